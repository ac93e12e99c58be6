package org.almbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.almbridge.learner.NewLearner;

/** A learner of the ledger whom a row names again, with the row that counts for them. */
record KnownLearner(String key, String batchId, int rowNumber, Map<String, String> row) {

    /** Held by the transaction, so that what is added to the learner is not passed by a node that finishes with them. */
    static final String BY_KEY_OR_EMAIL = """
            SELECT learner_key, batch_id, row_number, attributes FROM learner WHERE learner_key = ? OR email = ?
            FOR UPDATE""";

    static KnownLearner read(ResultSet row) throws SQLException {
        return new KnownLearner(
                row.getString("learner_key"),
                row.getString("batch_id"),
                row.getInt("row_number"),
                AttributesJson.read(row.getString("attributes")));
    }

    boolean says(NewLearner learner) {
        return row.equals(learner.row());
    }

    /** Why another row of the same input cannot be right beside the one that is known; empty when it can. */
    Optional<String> contradiction(NewLearner learner) {
        Set<String> columns = rowNumber == learner.number() ? Set.of() : learner.contradictions(row);
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of("row " + rowNumber + " has the same person, but differs in " + String.join(", ", columns)
                        + ": make the rows alike or remove one of them");
    }
}
