package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.almbridge.learner.FailureClass;
import org.almbridge.ledger.BatchPage.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchesViewTest extends LedgerTest {

    private BatchesView view;

    @BeforeEach
    void prepare() {
        view = new BatchesView(ledger.database());
    }

    private List<String> list(String source, BatchState state, int limit, Place before) throws SQLException {
        return view.list(new BatchPage(source, state, limit, before)).stream()
                .map(Batch::id)
                .toList();
    }

    @Test
    void listsTheNewestFirstAndGoesOnBehindAPlace() throws SQLException {
        open("b1", "hr");
        ledger.clock().advance(1);
        open("b2", "hr");
        open("b3", "api");
        long second = ledger.clock().millis();

        assertThat(list(null, null, 10, null)).containsExactly("b3", "b2", "b1");
        assertThat(list(null, null, 2, null)).containsExactly("b3", "b2");
        assertThat(list(null, null, 2, new Place(second, "b3"))).containsExactly("b2", "b1");
        assertThat(list(null, null, 2, new Place(second, "b2"))).containsExactly("b1");
        assertThat(list("hr", null, 10, null)).containsExactly("b2", "b1");
        assertThat(list("hr", null, 10, new Place(second, "b2"))).containsExactly("b1");
    }

    private void open(String id, String source) {
        ledger.batches().open(id, source, id + ".csv", null);
    }

    @Test
    void tellsTheStatesApart() throws SQLException {
        for (String id : new String[] {"done", "failed", "held", "held-and-failed", "reading"}) {
            open(id, "hr");
        }
        ledger.batches().close("done", 1, null, null);
        ledger.batches().close("failed", 1, "cut off", null);
        ledger.batches().close("held", 1, null, "too many");
        ledger.batches().close("held-and-failed", 1, "cut off", "too many");

        assertThat(list(null, BatchState.DONE, 10, null)).containsExactly("done");
        assertThat(list(null, BatchState.FAILED, 10, null)).containsExactly("failed");
        assertThat(list("hr", BatchState.HELD, 10, null)).containsExactly("held-and-failed", "held");
        assertThat(list("hr", BatchState.READING, 10, null)).containsExactly("reading");
        assertThat(view.list(new BatchPage(null, null, 10, null)))
                .extracting(Batch::state)
                .containsExactly(
                        BatchState.READING, BatchState.HELD, BatchState.HELD, BatchState.FAILED, BatchState.DONE);
    }

    @Test
    void countsTheLearnersOfTheBatchInEachState() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY), person(3, "bob", WELCOME), person(4, "cy", WELCOME));
        ledger.accept("b2", person(2, "ann", WELCOME), person(3, "di", WELCOME));
        ledger.claim();
        ledger.created("ann", "1");
        ledger.enrolled("ann", WELCOME);
        ledger.created("bob", "2");
        ledger.enrolled("bob", WELCOME);
        ledger.escalated("cy", FailureClass.REJECTED, null);

        BatchProgress first = view.progress("b1");

        assertThat(first.learners())
                .isEqualTo(Map.of(
                        LearnerState.NEW, 0L,
                        LearnerState.CREATED, 1L,
                        LearnerState.ENROLLED, 1L,
                        LearnerState.ESCALATED, 1L));
        assertThat(first.enrolments())
                .isEqualTo(Map.of(EnrolmentState.DUE, 1L, EnrolmentState.ENROLLED, 2L, EnrolmentState.ESCALATED, 1L));
        assertThat(first.isFinished()).isFalse();
        ledger.enrolled("ann", SAFETY);
        assertThat(view.progress("b1").isFinished()).isTrue();
        assertThat(view.progress("b2").learners()).containsEntry(LearnerState.NEW, 1L);
        assertThat(view.progress("nothing").isFinished()).isTrue();
    }

    /** A million batches are no reason to wait. */
    @Test
    void sortsNothing() throws SQLException {
        assumeThat(store).as("PostgreSQL plans by what is in the tables").isEqualTo(Store.SQLITE);
        for (String source : new String[] {null, "hr"}) {
            for (BatchState state :
                    new BatchState[] {null, BatchState.DONE, BatchState.FAILED, BatchState.HELD, BatchState.READING}) {
                for (Place before : new Place[] {null, new Place(1, "b1")}) {
                    List<Object> arguments = new ArrayList<>();
                    String statement = BatchesView.statement(new BatchPage(source, state, 50, before), arguments);
                    List<String> plan = ledger.database()
                            .read(sql -> sql.query(
                                    "EXPLAIN QUERY PLAN " + statement,
                                    row -> row.getString("detail"),
                                    arguments.toArray()));
                    assertThat(plan).as(statement).singleElement().asString().contains("USING INDEX batch_");
                }
            }
        }
    }
}
