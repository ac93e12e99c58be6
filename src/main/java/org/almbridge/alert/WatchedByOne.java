package org.almbridge.alert;

import java.sql.SQLException;
import java.util.List;

/** What all bridges that share a ledger see alike, so that one of them is enough to tell. */
abstract class WatchedByOne implements Condition {

    private final Duty duty;
    private final List<String> alerts;

    WatchedByOne(Duty duty, List<String> alerts) {
        this.duty = duty;
        this.alerts = alerts;
    }

    abstract List<Finding> look() throws SQLException;

    @Override
    public final List<Finding> findings() throws SQLException {
        return duty.isToWatch() ? look() : List.of();
    }

    @Override
    public final boolean judges(AlertKey key) {
        return alerts.contains(key.alert()) && duty.isToWatch();
    }
}
