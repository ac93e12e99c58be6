package org.almbridge.alert;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.almbridge.ledger.Leadership;
import org.almbridge.ledger.LedgerSource;
import org.almbridge.source.SourceRoutes;
import org.apache.camel.quarkus.main.events.BeforeStart;

/**
 * Has each thing told by one of the bridges that share a ledger: a failing source by the one that reads it, since no other
 * knows, and everything else by the one that watches.
 */
@Singleton
class Duty {

    private static final String WATCH = "watch-alerts";

    private final LedgerSource ledger;
    private final Leadership leadership;
    private final AlertEndpoints endpoints;

    Duty(LedgerSource ledger, Leadership leadership, AlertEndpoints endpoints) {
        this.ledger = ledger;
        this.leadership = leadership;
        this.endpoints = endpoints;
    }

    void ask(@Observes BeforeStart event) {
        if (ledger.isShared() && !endpoints.uris().isEmpty()) {
            leadership.want(WATCH, leads -> {});
        }
    }

    boolean isToWatch() {
        return isOurs(WATCH);
    }

    /** A source that every bridge reads, as one of Kafka, is led by nobody. */
    boolean isToWatchSource(String source) {
        String route = SourceRoutes.routeId(source);
        return isOurs(leadership.isWanted(route) ? route : WATCH);
    }

    private boolean isOurs(String task) {
        return !ledger.isShared() || leadership.isLeader(task);
    }
}
