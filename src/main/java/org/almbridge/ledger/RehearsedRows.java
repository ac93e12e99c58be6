package org.almbridge.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;

/**
 * Accepts the rows of an input into the copy of a rehearsal, as the ledger would, and notes what they ask for.
 *
 * @param now epoch milliseconds
 */
record RehearsedRows(LedgerView ledger, Sql copy, Rehearsal.Input input, long now) {

    private static final String ASK = """
            INSERT INTO asked (learner_key, lo_instance_id, row_number) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""";

    void accept(List<NewLearner> learners, List<RejectedRow> rejected) throws SQLException {
        bring(learners);
        RejectedRows rejects = new RejectedRows(copy, input.batchId(), Outbox.NONE, now);
        for (NewLearner learner : learners) {
            LearnerRow row = new LearnerRow(copy, input.batchId(), input.feed(), rejects, now);
            String key = row.accept(learner).key();
            if (key != null) {
                ask(key, learner);
            }
        }
        for (RejectedRow row : rejected) {
            rejects.reject(row.number(), row.reasons());
        }
    }

    private void ask(String key, NewLearner learner) throws SQLException {
        copy.update(ASK, key, "", learner.number());
        for (Enrolment enrolment : learner.all()) {
            copy.update(ASK, key, enrolment.loInstanceId(), learner.number());
        }
    }

    /** Whom the ledger knows of them, and their managers. */
    private void bring(List<NewLearner> learners) throws SQLException {
        Set<String> keys = learners.stream().map(NewLearner::key).collect(Collectors.toSet());
        Set<String> emails = learners.stream().map(NewLearner::email).collect(Collectors.toSet());
        Set<String> managers = learners.stream()
                .map(learner -> learner.row().get("managerEmail"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        ledger.read(from -> {
            Extract extract = new Extract(from, copy, now);
            extract.people("learner_key", keys);
            extract.people("email", emails);
            extract.people("email", managers);
            return null;
        });
    }
}
