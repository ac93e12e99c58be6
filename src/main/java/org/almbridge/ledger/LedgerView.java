package org.almbridge.ledger;

import java.sql.SQLException;
import org.almbridge.ledger.GroupCommit.Work;

/** A ledger that is looked at and not written to. */
interface LedgerView {

    /** Sees what is durable, not what is still being written. */
    <T> T read(Work<T> work) throws SQLException;
}
