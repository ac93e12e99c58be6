package org.almbridge.ledger;

import java.sql.SQLException;
import java.time.Clock;

/** The lease of the one process that has the ledger's file: all older claims are void at its start. */
final class SoleLease implements Lease {

    private final Clock clock;
    private volatile long epoch;
    private boolean begun;

    SoleLease(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public boolean renew(Sql sql) throws SQLException {
        if (!begun) {
            Claims.free(sql, "IS NOT NULL", clock.millis());
            epoch = Claims.nextEpoch(sql);
        }
        return true;
    }

    @Override
    public boolean holds(long claimedIn) {
        return claimedIn == epoch;
    }

    @Override
    public void renewed() {
        begun = true;
    }

    /** What is left is void at the next start. */
    @Override
    public void end(Sql sql) {}
}
