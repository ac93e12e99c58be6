package org.almbridge.ledger;

import java.sql.SQLException;

/**
 * The right of this process to what it has claimed. It is renewed with every transaction, before anything else in it, so
 * that a process which has lost it writes nothing. Used by the ledger's writer alone, but for {@link #epoch()}
 * and {@link #holds}.
 */
interface Lease {

    /** Counts the starts of all processes, and the losses of their leases; 0 before the first transaction. */
    long epoch();

    /**
     * Renews the lease within the transaction; takes a new one, with a new epoch, when there is none any more.
     *
     * @return false when the transaction before, whose end is not known, has been made after all
     */
    boolean renew(Sql sql) throws SQLException;

    /** Whether it is sure at this moment that nobody else has what was claimed in that epoch. */
    boolean holds(long claimedIn);

    /** The transaction has been made. */
    void renewed();

    /** What was claimed is free for others, at once. */
    void end(Sql sql) throws SQLException;
}
