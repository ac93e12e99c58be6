package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.ledger.Erasure.Result;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Who is erased is in no table and in no byte of the ledger, and every number is as it was. */
class ErasureLedgerTest extends LedgerTest {

    private static final List<String> TABLES = List.of(
            "state",
            "batch",
            "rejected_row",
            "held_row",
            "learner",
            "enrolment",
            "attempt",
            "escalation",
            "delivery",
            "outcome");

    @Override
    String[] keysAndValues() {
        return new String[] {"outcomes.endpoint", "kafka:outcomes"};
    }

    @Test
    void removesWhoIsEnrolledFromEveryTable() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY), person(3, "bob", WELCOME));
        enrolled("ann", "4711", 2);
        enrolled("bob", "4712", 1);

        Erasure erasure = erase("ann@example.com");

        assertThat(erasure.result()).isEqualTo(Result.DONE);
        assertThat(erasure.key()).isEqualTo("ann");
        assertThat(erasure.removed()).isEqualTo(new Removed(1, 2, 3, 0, 0, 2, 0, 0));
        assertThat(everything()).noneMatch(row -> row.contains("ann") || row.contains("4711"));
        assertThat(everything()).anyMatch(row -> row.contains("bob@example.com"));
    }

    @Test
    void removesWhoIsEscalatedAndNamesTheEndpoints() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        ledger.claim();
        ledger.escalated("ann", FailureClass.REJECTED, null);

        Erasure erasure = erase("ann");

        assertThat(erasure.removed()).isEqualTo(new Removed(1, 1, 0, 1, 2, 1, 0, 0));
        assertThat(erasure.endpoints()).containsExactly(0, 1);
        assertThat(everything()).noneMatch(row -> row.contains("ann"));
        assertThat(ledger.deliveries().claim(10)).isEmpty();
    }

    @Test
    void neverProvisionsWhoIsErasedBeforeTheirTurn() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));

        assertThat(erase("ann").result()).isEqualTo(Result.DONE);

        assertThat(ledger.claim())
                .extracting(learner -> learner.learner().key())
                .containsExactly("bob");
    }

    @Test
    void leavesWhoIsUnderWayAsTheyAre() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);
        List<String> before = everything();

        assertThat(erase("ann").result()).isEqualTo(Result.UNDER_WAY);
        assertThat(everything()).isEqualTo(before);

        ledger.tried(ann);
        ledger.due().takeBack(ann, Exchanges.through());
        assertThat(erase("ann").result()).isEqualTo(Result.DONE);
    }

    @Test
    void leavesWhomAnEndpointIsBeingToldOfAsTheyAre() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        ledger.claim();
        ledger.escalated("ann", FailureClass.REJECTED, null);
        Delivery delivery = ledger.deliveries().claim(10).get(0);

        assertThat(erase("ann").result()).isEqualTo(Result.UNDER_WAY);
        assertThat(ledger.state("ann")).isEqualTo("ESCALATED");

        ledger.deliveries().takeBack(delivery, Exchanges.through());
        ledger.flush();
        assertThat(erase("ann").result()).isEqualTo(Result.DONE);
    }

    @Test
    void keepsTheNumbersOfTheBatchAndOfAll() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        enrolled("ann", "4711", 1);
        ledger.accept("b1", person(3, "bob", WELCOME), person(4, "cleo", WELCOME));
        ledger.reject("b1", new RejectedRow(5, List.of("no email")));
        ledger.batches().close("b1", 4, null, null);
        ledger.accept("b2", person(2, "ann", WELCOME));
        ledger.batches().close("b2", 1, null, null);
        LedgerCounts before = ledger.statistics().counts();

        erase("ann");
        erase("bob");

        assertThat(summary("b1")).isEqualTo(new BatchSummary(3, 0, 1, 0));
        assertThat(summary("b2")).isEqualTo(new BatchSummary(0, 1, 0, 0));
        LedgerCounts after = ledger.statistics().counts();
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("toCreate", "erased")
                .isEqualTo(before);
        assertThat(after.toCreate()).isEqualTo(before.toCreate() - 1);
        assertThat(after.erased()).isEqualTo(1);
        assertThat(after.learners()).isEqualTo(before.learners());
        assertThat(after.repeatedRows()).isEqualTo(before.repeatedRows());
    }

    @Test
    void countsNobodyTwiceWhoseInputIsReadAgain() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        ledger.batches().close("b1", 2, null, null);
        erase("ann");

        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        ledger.batches().close("b1", 2, null, null);

        assertThat(ledger.state("ann")).isEqualTo("NEW");
        assertThat(summary("b1")).isEqualTo(new BatchSummary(2, 0, 0, 0));
    }

    @Test
    void removesHeldRowsByKeyAndByAddress() throws SQLException {
        ledger.batches().open("b1", "hr-drop", "people.csv", null);
        NewLearner ann = new NewLearner(
                2,
                "E-1",
                "ann@example.com",
                Map.of("userUniqueId", "E-1", "email", "Ann@Example.com", "name", "Ann"),
                List.of(WELCOME));
        ledger.held().hold("b1", List.of(ann, person(3, "bob", WELCOME)), List.of());
        ledger.batches().close("b1", 2, null, "too many rows");

        assertThat(erase("E-1").removed()).isEqualTo(new Removed(0, 0, 0, 0, 0, 0, 1, 0));
        assertThat(erase("bob@example.com").removed().heldRows()).isEqualTo(1);

        assertThat(everything()).noneMatch(row -> row.toLowerCase().contains("ann@") || row.contains("bob"));
        assertThat(summary("b1")).isEqualTo(new BatchSummary(0, 0, 0, 2));
        ledger.held().approve("b1");
        assertThat(ledger.held().released("b1")).isEqualTo(new BatchSummary(2, 0, 0, 0));
    }

    @Test
    void leavesRowsOfABatchThatIsBeingReleased() throws SQLException {
        ledger.batches().open("b1", "hr-drop", "people.csv", null);
        ledger.held().hold("b1", List.of(person(2, "ann", WELCOME)), List.of());
        ledger.batches().close("b1", 1, null, "too many rows");
        ledger.held().approve("b1");
        ledger.approved().claim(1);

        assertThat(erase("ann@example.com").result()).isEqualTo(Result.UNDER_WAY);
        assertThat(ledger.held().rows("b1", -1, 10)).hasSize(1);
    }

    @Test
    void wakesWhoWaitsForTheErased() throws SQLException {
        ledger.accept("b1", report(2, "ann"), person(3, "boss", WELCOME));
        ledger.batches().close("b1", 2, null, null);
        LearnerInFlight boss = ledger.claim().get(0);
        assertThat(ledger.text("SELECT waits_for FROM learner WHERE learner_key = 'ann'"))
                .isEqualTo("boss");
        ledger.tried(boss);
        ledger.due().takeBack(boss, Exchanges.through());

        assertThat(erase("boss@example.com").left()).isEqualTo(1);

        assertThat(ledger.claim())
                .extracting(learner -> learner.learner().key())
                .containsExactly("ann");
    }

    @Test
    void takesTheManagerOutOfRowsOfPeopleWhoAreThrough() throws SQLException {
        ledger.accept("b1", person(2, "boss", WELCOME), report(3, "ann"), report(4, "bob"));
        enrolled("boss", "1", 1);
        ledger.clock().advance(60_000);
        ledger.claim();
        ledger.created("ann", "2");
        ledger.enrolled("ann", WELCOME);

        Erasure erasure = erase("boss@example.com");

        assertThat(erasure.removed().namings()).isEqualTo(1);
        assertThat(erasure.left()).isEqualTo(1);
        assertThat(ledger.text("SELECT attributes FROM learner WHERE learner_key = 'ann'"))
                .contains("ann@example.com")
                .doesNotContain("boss");
        assertThat(ledger.text("SELECT attributes FROM learner WHERE learner_key = 'bob'"))
                .contains("boss@example.com");
    }

    @Test
    void takesThePersonOutOfReasonsThatPeopleHaveWritten() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME), person(4, "cleo", WELCOME));
        ledger.claim();
        for (String name : List.of("bob", "cleo")) {
            ledger.escalated(name, FailureClass.REJECTED, null);
        }
        ledger.escalated("ann", FailureClass.REJECTED, null);
        Escalations escalations = new Escalations(ledger.database(), ledger.clock());
        escalations.dismiss(EscalationLedger.id("bob", FailureClass.REJECTED), "is Ann@example.com, twice", "ops");
        escalations.dismiss(EscalationLedger.id("cleo", FailureClass.REJECTED), "joann@example.com asked", "ops");
        Pauses pauses = new Pauses(ledger.database(), ledger.clock());
        pauses.pauseDispatch("ann@example.com is wrong", "ops");

        assertThat(erase("ann").removed().namings()).isEqualTo(2);

        assertThat(ledger.text("SELECT dismissed_because FROM escalation WHERE learner_key = 'bob'"))
                .isEqualTo("(erased)");
        assertThat(ledger.text("SELECT dismissed_because FROM escalation WHERE learner_key = 'cleo'"))
                .isEqualTo("joann@example.com asked");
        pauses.look();
        assertThat(pauses.ofDispatch())
                .contains(new Pause("(erased)", "ops", ledger.clock().millis()));
        pauses.stop();
    }

    @Test
    void asksAgainWhenTwoPeopleAreMeant() throws SQLException {
        ledger.accept(
                "b1",
                person(2, "E-1", "ann@example.com", WELCOME),
                person(3, "ann@example.com", "other@example.com", WELCOME));

        assertThat(erase("ann@example.com").result()).isEqualTo(Result.SEVERAL);
        assertThat(erase("E-1").result()).isEqualTo(Result.DONE);
        assertThat(ledger.state("ann@example.com")).isEqualTo("NEW");
    }

    @Test
    void knowsNobodyTwice() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        assertThat(erase("ANN@example.com").result()).isEqualTo(Result.DONE);

        assertThat(erase("ann@example.com").result()).isEqualTo(Result.NOBODY);
        assertThat(erase("nobody").result()).isEqualTo(Result.NOBODY);
    }

    @Test
    void takesWhoComesAgainForANewPerson() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        enrolled("ann", "4711", 1);
        erase("ann");

        ledger.accept("b2", person(2, "ann", WELCOME));

        assertThat(ledger.claim().get(0).learner().almUserId()).isNull();
    }

    /** Many others in no order and of any size, so that pages fill, split and are given back around those who go. */
    @Test
    void leavesNoByteInTheFiles() throws SQLException, IOException {
        Assumptions.assumeTrue(store == Store.SQLITE);
        List<String> keys = new ArrayList<>(IntStream.range(0, 1_000)
                .mapToObj("person-%04d-secret"::formatted)
                .toList());
        Random chance = new Random(7);
        Collections.shuffle(keys, chance);
        for (int first = 0; first < keys.size(); first += 100) {
            ledger.accept(
                    "b" + first,
                    keys.subList(first, first + 100).stream()
                            .map(key -> talkative(key, chance.nextInt(30)))
                            .toArray(NewLearner[]::new));
            for (LearnerInFlight learner : ledger.claim()) {
                finish(learner.learner().key(), chance);
            }
        }
        assertThat(bytes()).contains(keys.get(0));

        for (String key : keys.subList(0, 500)) {
            assertThat(erase(key).result()).isEqualTo(Result.DONE);
        }

        assertThat(ledger.erasure().leavesTraces()).isFalse();
        assertThat(bytes()).doesNotContain(keys.subList(0, 500)).contains(keys.subList(500, 1_000));
    }

    private static NewLearner talkative(String key, int times) {
        String email = key + "@example.com";
        return new NewLearner(
                2, key, email, Map.of("email", email, "name", key, "bio", (key + " ").repeat(times)), List.of(WELCOME));
    }

    private void finish(String key, Random chance) {
        if (chance.nextInt(3) == 0) {
            ledger.escalated(key, FailureClass.REJECTED, null);
        } else {
            ledger.created(key, "user-of-" + key);
            ledger.enrolled(key, WELCOME);
        }
    }

    @Test
    void keepsHowFarTheBatchHasCome() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY));
        enrolled("ann", "4711", 2);
        ledger.accept("b1", person(3, "bob", WELCOME), person(4, "cleo", WELCOME));
        ledger.claim();
        ledger.escalated("bob", FailureClass.REJECTED, null);

        erase("ann");
        erase("bob");

        BatchProgress progress = new BatchesView(ledger.database()).progress("b1");
        assertThat(progress.learners())
                .containsEntry(LearnerState.ENROLLED, 1L)
                .containsEntry(LearnerState.NEW, 1L)
                .containsEntry(LearnerState.ESCALATED, 0L);
        assertThat(progress.erasedLearners()).isEqualTo(1);
        assertThat(progress.enrolments())
                .containsEntry(EnrolmentState.ENROLLED, 2L)
                .containsEntry(EnrolmentState.DUE, 1L)
                .containsEntry(EnrolmentState.ESCALATED, 0L);
        assertThat(progress.erasedEnrolments()).isEqualTo(1);
    }

    private Erasure erase(String keyOrEmail) throws SQLException {
        return ledger.erasure().erase(keyOrEmail);
    }

    private void enrolled(String key, String almUserId, int enrolments) {
        ledger.claim();
        ledger.created(key, almUserId);
        ledger.enrolled(key, WELCOME);
        if (enrolments > 1) {
            ledger.enrolled(key, SAFETY);
        }
    }

    private BatchSummary summary(String batch) throws SQLException {
        return ledger.batches().find(batch).orElseThrow().summary();
    }

    private List<String> everything() throws SQLException {
        return ledger.database().read(sql -> {
            Stream.Builder<String> rows = Stream.builder();
            for (String table : TABLES) {
                sql.each("SELECT * FROM " + table, row -> {
                    StringBuilder text = new StringBuilder(table);
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append('|').append(row.getString(i));
                    }
                    rows.add(text.toString());
                });
            }
            return rows.build().sorted().toList();
        });
    }

    private String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static NewLearner report(int row, String name) {
        String email = name + "@example.com";
        return new NewLearner(
                row,
                name,
                email,
                Map.of("email", email, "name", name, "managerEmail", "boss@example.com"),
                List.of(WELCOME));
    }
}
