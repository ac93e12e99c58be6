package org.almbridge.ledger;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.almbridge.BridgeConfig;
import org.almbridge.DaemonThreads;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.jboss.logging.Logger;

/**
 * Looks after the bridges that share the ledger: renews the lease of this one and takes over what another has left behind.
 * Another is gone when its beat has stood still for several looks. So no clock of another machine is believed, and the
 * looks that a server which is away keeps from being made count against nobody.
 */
@Singleton
public class Nodes {

    private static final Logger LOG = Logger.getLogger(Nodes.class);

    private static final int LOOKS = 3;
    private static final int AFTER_THE_LEDGER = ObserverMethod.DEFAULT_PRIORITY + 1;

    private record Node(long epoch, String name, long beat) {}

    private record Sighting(long beat, int looks) {}

    private final LedgerDatabase database;
    private final Leadership leadership;
    private final long leaseMs;
    private final Clock clock;
    private final Map<Long, Sighting> sightings = new HashMap<>();
    private volatile int alive = 1;
    private ScheduledExecutorService timer;

    Nodes(LedgerDatabase database, Leadership leadership, BridgeConfig config, Clock clock) {
        this.database = database;
        this.leadership = leadership;
        this.leaseMs = config.ledger().leaseMs();
        this.clock = clock;
    }

    /** Right after the ledger is open: from then on the others look at the beat, and routes may take long to load. */
    void start(@Observes @Priority(AFTER_THE_LEDGER) BeforeInitialize event) {
        if (!database.isShared()) {
            return;
        }
        timer = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("ledger-lease"));
        timer.scheduleWithFixedDelay(this::lookAndGoOn, 0, leaseMs / LOOKS, TimeUnit.MILLISECONDS);
    }

    /** How many bridges share the ledger, this one included. */
    public int alive() {
        return alive;
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("The ledger was not looked at", e);
        }
    }

    /** Returns once the lease is renewed. */
    void look() {
        List<Node> nodes = database.write(sql -> sql.query(
                        "SELECT epoch, name, beat FROM node",
                        row -> new Node(row.getLong("epoch"), row.getString("name"), row.getLong("beat"))))
                .join();
        sightings.keySet().retainAll(nodes.stream().map(Node::epoch).toList());
        alive = (int) nodes.stream().filter(node -> !isGone(node)).count();
        leadership.renew();
    }

    private boolean isGone(Node node) {
        if (node.epoch() == database.epoch()) {
            return false;
        }
        Sighting last = sightings.get(node.epoch());
        int looks = last != null && last.beat() == node.beat() ? last.looks() + 1 : 0;
        sightings.put(node.epoch(), new Sighting(node.beat(), looks));
        return looks >= LOOKS && takeOver(node);
    }

    private boolean takeOver(Node node) {
        Optional<Integer> learners = database.write(
                        sql -> SharedLease.takeOver(sql, node.epoch(), node.beat(), clock.millis()))
                .join();
        learners.ifPresent(freed -> LOG.warnf(
                "The bridge %s was not heard of for %d ms; what it was doing goes on with the others, %d learners among it",
                node.name(), leaseMs, freed));
        return learners.isPresent();
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
