package org.almbridge.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.almbridge.DaemonThreads;
import org.almbridge.learner.Identity;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.jboss.logging.Logger;

/**
 * What people have paused, for all bridges that share the ledger and through restarts. It is known before any route starts;
 * what another bridge is told, this one learns of within a second.
 */
@Singleton
public class Pauses {

    private static final Logger LOG = Logger.getLogger(Pauses.class);

    static final long LOOK_MS = 1_000;

    private static final String PREFIX = "pause.";
    private static final String DISPATCH = PREFIX + "dispatch";
    private static final String SOURCE = PREFIX + "source.";

    private static final int AFTER_THE_LEDGER = ObserverMethod.DEFAULT_PRIORITY + 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final LedgerDatabase database;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, Pause> known = Map.of();

    @Inject
    Pauses(LedgerDatabase database, Clock clock) {
        this(database, clock, Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("pauses")));
    }

    Pauses(LedgerDatabase database, Clock clock, ScheduledExecutorService timer) {
        this.database = database;
        this.clock = clock;
        this.timer = timer;
    }

    void start(@Observes @Priority(AFTER_THE_LEDGER) BeforeInitialize event) throws SQLException {
        look();
        if (database.isShared()) {
            timer.scheduleWithFixedDelay(this::lookAndGoOn, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Told, on any thread, whenever it was looked at; what was paused and is not may have changed or not. */
    public void onLook(Runnable listener) {
        listeners.add(listener);
    }

    /** Empty while learners are handed out. */
    public Optional<Pause> ofDispatch() {
        return Optional.ofNullable(known.get(DISPATCH));
    }

    /** Empty while the source may be read. */
    public Optional<Pause> ofSource(String name) {
        return Optional.ofNullable(known.get(SOURCE + name));
    }

    /** Returns once it is durable and this bridge keeps to it; answers the pause that is on, which may be an earlier one. */
    public Pause pauseDispatch(String because, String by) throws SQLException {
        return pause(DISPATCH, because, by);
    }

    /** The same for a source. */
    public Pause pauseSource(String name, String because, String by) throws SQLException {
        return pause(SOURCE + name, because, by);
    }

    /** Returns once it is durable and this bridge goes on; empty when there was no pause. */
    public Optional<Pause> resumeDispatch() throws SQLException {
        return resume(DISPATCH);
    }

    /** The same for a source. */
    public Optional<Pause> resumeSource(String name) throws SQLException {
        return resume(SOURCE + name);
    }

    /** What is paused for a reason that names a person. */
    static List<String> naming(Sql sql, Identity person) throws SQLException {
        return StateLedger.startingWith(sql, PREFIX).entrySet().stream()
                .filter(pause -> person.isNamedIn(pause(pause.getValue()).because()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Takes such a reason out; what is paused stays so, and processes know the reason until they look again. */
    static int removeReason(Sql sql, String what, Identity person) throws SQLException {
        Optional<Pause> before = sql.first(
                        "SELECT value FROM state WHERE name = ?", row -> pause(row.getString("value")), what)
                .filter(pause -> person.isNamedIn(pause.because()));
        return before.isEmpty()
                ? 0
                : sql.update(
                        "UPDATE state SET value = ? WHERE name = ?",
                        value(new Pause(
                                Removed.TEXT, before.get().by(), before.get().since())),
                        what);
    }

    private Pause pause(String what, String because, String by) throws SQLException {
        String value = value(new Pause(because, by, clock.millis()));
        database.write(sql -> sql.update(
                        "INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", what, value))
                .join();
        look();
        // somebody else may have ended it meanwhile
        return known.getOrDefault(what, pause(value));
    }

    private Optional<Pause> resume(String what) throws SQLException {
        Optional<String> before = database.write(sql ->
                        sql.first("DELETE FROM state WHERE name = ? RETURNING value", row -> row.getString(1), what))
                .join();
        look();
        return before.map(Pauses::pause);
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("What is paused was not looked at; what is known of it stays", e);
        }
    }

    /** Learns what the ledger says now. One at a time, so that what is told last is what was read last. */
    public synchronized void look() throws SQLException {
        Map<String, Pause> now = new HashMap<>();
        database.read(sql -> StateLedger.startingWith(sql, PREFIX))
                .forEach((name, value) -> now.put(name, pause(value)));
        known = now;
        listeners.forEach(Runnable::run);
    }

    private static String value(Pause pause) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("because", pause.because())
                .put("by", pause.by())
                .put("since", pause.since())
                .toString();
    }

    private static Pause pause(String value) {
        try {
            JsonNode pause = JSON.readTree(value);
            return new Pause(
                    pause.path("because").asText(),
                    pause.path("by").asText(),
                    pause.path("since").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger holds a pause that cannot be read", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
