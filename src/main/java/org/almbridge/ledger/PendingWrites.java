package org.almbridge.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.almbridge.ledger.GroupCommit.Work;

/** Writes that must happen although nobody waits for them: what an ailing ledger refuses is kept to be repeated. */
final class PendingWrites {

    private record Pending(Long claimedIn, Work<?> work) {}

    private final LedgerDatabase database;
    private final Queue<Pending> refused = new ConcurrentLinkedQueue<>();

    PendingWrites(LedgerDatabase database) {
        this.database = database;
    }

    void write(Work<?> work) {
        write(new Pending(null, work));
    }

    /** @param claimedIn the epoch of the claim that it is about; when that is over nothing is left to write */
    void write(long claimedIn, Work<?> work) {
        write(new Pending(claimedIn, work));
    }

    private void write(Pending pending) {
        database.write(pending.claimedIn(), pending.work()).whenComplete((done, failure) -> {
            if (failure != null && !(failure instanceof LeaseLostException)) {
                refused.add(pending);
            }
        });
    }

    void repeatRefused() {
        List<Pending> again = new ArrayList<>();
        for (Pending pending = refused.poll(); pending != null; pending = refused.poll()) {
            again.add(pending);
        }
        again.forEach(this::write);
    }
}
