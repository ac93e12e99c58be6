package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What only one of the bridges that share the ledger does at a time: the first to ask, until it ends or is gone. */
@Singleton
public class Leadership {

    private static final Logger LOG = Logger.getLogger(Leadership.class);

    private static final String LEAD =
            "INSERT INTO leadership (task, epoch) VALUES (?, ?) ON CONFLICT (task) DO NOTHING";

    private final LedgerDatabase database;
    private final Map<String, Consumer<Boolean>> wanted = new ConcurrentHashMap<>();
    private volatile Set<String> led = Set.of();

    Leadership(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * Asks for the lead, now and until it is given.
     *
     * @param change told, on this thread or that of the lease, when this bridge begins to lead and when it no longer does
     */
    public void want(String task, Consumer<Boolean> change) {
        wanted.put(task, change);
        renew();
    }

    /** Whether this bridge has asked for the lead. */
    public boolean isWanted(String task) {
        return wanted.containsKey(task);
    }

    public boolean isLeader(String task) {
        return led.contains(task);
    }

    synchronized void renew() {
        Set<String> before = led;
        Set<String> now = database.write(this::lead).join();
        led = now;
        wanted.forEach((task, change) -> {
            if (before.contains(task) != now.contains(task)) {
                LOG.infof("%s runs in this bridge %s", task, now.contains(task) ? "now" : "no longer");
                change.accept(now.contains(task));
            }
        });
    }

    private Set<String> lead(Sql sql) throws SQLException {
        for (String task : wanted.keySet()) {
            sql.update(LEAD, task, database.epoch());
        }
        return new HashSet<>(
                sql.query("SELECT task FROM leadership WHERE epoch = ?", row -> row.getString(1), database.epoch()));
    }
}
