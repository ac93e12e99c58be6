package org.almbridge.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.almbridge.HostName;
import org.jboss.logging.Logger;

/**
 * The lease of one of several processes: a row whose beat counts its transactions. While the beat goes on nobody takes the
 * row away, and after a lost connection it tells whether the last transaction was made.
 */
final class SharedLease implements Lease {

    private static final Logger LOG = Logger.getLogger(SharedLease.class);

    private static final String OF_NOBODY = "NOT IN (SELECT epoch FROM node)";
    private static final String CLAIMED_BY_NOBODY = "IS NOT NULL AND claimed_by " + OF_NOBODY;

    private final Clock clock;
    private final long leaseMs;
    private volatile long epoch;
    private volatile long sureUntil;
    private long renewedAt;
    private long beat;

    SharedLease(Clock clock, long leaseMs) {
        this.clock = clock;
        this.leaseMs = leaseMs;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    /** The others wait for at least a lease after a beat, which is made after its renewal has begun. */
    @Override
    public boolean holds(long claimedIn) {
        return claimedIn == epoch && clock.millis() < sureUntil;
    }

    @Override
    public boolean renew(Sql sql) throws SQLException {
        long now = clock.millis();
        if (sql.update("UPDATE node SET beat = ? WHERE epoch = ? AND beat = ?", beat + 1, epoch, beat) > 0) {
            renewedAt = now;
            return true;
        }
        Optional<Long> found = sql.first("SELECT beat FROM node WHERE epoch = ?", row -> row.getLong(1), epoch);
        if (found.isPresent()) {
            return false; // and it counts from the time at which that one had begun
        }
        begin(sql);
        renewedAt = now;
        return true;
    }

    private void begin(Sql sql) throws SQLException {
        if (beat > 0) {
            LOG.warn(
                    "This bridge was not heard of for longer than bridge.ledger.lease-ms, so others have taken over what it"
                            + " was doing; it goes on with other work");
        }
        beat = 0;
        epoch = Claims.nextEpoch(sql);
        sql.update("INSERT INTO node (epoch, name, beat) VALUES (?, ?, 1)", epoch, host());
        freeOrphans(sql, clock.millis());
    }

    private static String host() {
        return HostName.find().orElse("process") + " " + ProcessHandle.current().pid();
    }

    @Override
    public void renewed() {
        beat++;
        sureUntil = renewedAt + leaseMs;
    }

    @Override
    public void end(Sql sql) throws SQLException {
        sql.update("DELETE FROM node WHERE epoch = ?", epoch);
        freeOrphans(sql, clock.millis());
    }

    /** @return learners whose work goes on elsewhere; empty when the process is at work after all, or gone already */
    static Optional<Integer> takeOver(Sql sql, long epoch, long beat, long now) throws SQLException {
        // a process in the middle of a transaction has its row locked and is alive
        int gone = sql.update("""
                DELETE FROM node WHERE epoch IN (
                    SELECT epoch FROM node WHERE epoch = ? AND beat = ? FOR UPDATE SKIP LOCKED)""", epoch, beat);
        return gone == 0 ? Optional.empty() : Optional.of(freeOrphans(sql, now));
    }

    private static int freeOrphans(Sql sql, long now) throws SQLException {
        sql.update("DELETE FROM leadership WHERE epoch " + OF_NOBODY);
        return Claims.free(sql, CLAIMED_BY_NOBODY, now);
    }
}
