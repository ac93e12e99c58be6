package org.almbridge.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.almbridge.ledger.GroupCommit.Work;

/** Writes that must happen although nobody waits for them: what an ailing ledger refuses is kept to be repeated. */
final class PendingWrites {

    private final LedgerDatabase database;
    private final Queue<Work<?>> refused = new ConcurrentLinkedQueue<>();

    PendingWrites(LedgerDatabase database) {
        this.database = database;
    }

    void write(Work<?> work) {
        database.write(work).whenComplete((done, failure) -> {
            if (failure != null) {
                refused.add(work);
            }
        });
    }

    void repeatRefused() {
        List<Work<?>> again = new ArrayList<>();
        for (Work<?> work = refused.poll(); work != null; work = refused.poll()) {
            again.add(work);
        }
        again.forEach(this::write);
    }
}
