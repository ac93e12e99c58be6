package org.almbridge.alert;

import java.sql.SQLException;
import java.util.List;

/** One way in which things can go wrong, and the only place that decides whether they do. */
interface Condition {

    /** What is wrong now, as far as it is for this bridge to say; empty while all is well. */
    List<Finding> findings() throws SQLException;

    /** Whether it is for this bridge to say that this alert is over. */
    boolean judges(AlertKey key);

    /** Whether it takes the ledger to judge, and to remember what was told. */
    default boolean needsTheLedger() {
        return true;
    }
}
