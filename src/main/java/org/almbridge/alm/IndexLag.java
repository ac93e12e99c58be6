package org.almbridge.alm;

import io.quarkus.arc.All;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.almbridge.BridgeConfig;
import org.almbridge.BridgeConfig.Retry.Strategy;
import org.almbridge.gate.QuotaWatch;
import org.almbridge.lag.Lag;
import org.almbridge.lag.LagIncident;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.Admission;
import org.almbridge.ledger.Hold;
import org.apache.camel.quarkus.main.events.BeforeStart;
import org.apache.camel.quarkus.main.events.BeforeStop;
import org.jboss.logging.Logger;

/**
 * Learns from every first enrolment of a new user how long ALM's index lags, and says when to try. When the index stops,
 * one learner at a time tries whether it goes on; the others wait in the ledger.
 */
@Singleton
class IndexLag implements Admission {

    private static final Logger LOG = Logger.getLogger(IndexLag.class);
    private static final String LAG = "index-lag";
    private static final String INCIDENT = "index-lag-incident";
    private static final int OBSERVATIONS_TO_A_SNAPSHOT = 25;

    /** The last attempt comes so long before the window ends, lest its answer come after it. */
    private static final long BEFORE_THE_END_MS = 1_000;

    private static final double NEARLY_ALL = 0.95;
    private static final double PATIENCE = 2;
    private static final long LEAST_PATIENCE_MS = 3_000;

    private final boolean learned;
    private final long windowMs;
    private final Clock clock;
    private final LagStore store;
    private final QuotaWatch quota;
    private final Lag lag;
    private final LagIncident incident;
    private final List<AlmListener> listeners;
    private final AtomicLong kept = new AtomicLong();

    IndexLag(BridgeConfig config, Clock clock, LagStore store, QuotaWatch quota, @All List<AlmListener> listeners) {
        this.learned = config.retry().strategy() == Strategy.LEARNED;
        this.windowMs = config.retry().lagWindowMs();
        this.clock = clock;
        this.store = store;
        this.quota = quota;
        this.lag = new Lag(config.retry().maxWastedCalls(), windowMs, clock, new Random());
        this.incident = new LagIncident(clock, windowMs, lag::overdueAfterMs);
        this.listeners = listeners;
    }

    void restore(@Observes BeforeStart event) {
        store.kept(LAG).ifPresent(lag::restore);
        store.kept(INCIDENT).ifPresent(incident::restore);
    }

    void keep(@Observes BeforeStop event) {
        store.keep(LAG, lag.snapshot());
    }

    /** Milliseconds after which a first attempt to enrol the learner is worth it; 0 for at once. */
    long settleMs(LearnerInFlight learner) {
        if (!learned || learner.isLinked() || !enrols(learner).isEmpty()) {
            return 0;
        }
        return Math.max(0, learner.createdAt() + lag.firstProbe(quota.isLimiting()) - clock.millis());
    }

    /**
     * When the learner is worth the next attempt.
     *
     * @return epoch milliseconds; empty when the window in which ALM's index may not know the user is over
     */
    OptionalLong nextAttemptAt(LearnerInFlight learner) {
        long now = clock.millis();
        long last = incident.youngSince(learner.createdAt()) + windowMs - BEFORE_THE_END_MS;
        if (now >= last) {
            return OptionalLong.empty();
        }
        long planned = learner.createdAt() + lag.nextProbe(now - learner.createdAt(), quota.isLimiting());
        return OptionalLong.of(Math.min(planned, last));
    }

    /** Whether the learner waits in the ledger because the index has stopped; one at a time does not, and tries. */
    boolean holds(LearnerInFlight learner) {
        return incident.isOpen() && !learner.isLinked() && !incident.takeCanary();
    }

    /** Whether the index has stopped. */
    boolean isOut() {
        return incident.isOpen();
    }

    /** Whether the index may not know the user yet; the time that it stood still does not count. */
    boolean isYoung(long createdAt) {
        return incident.isYoung(createdAt);
    }

    /** Milliseconds after which a read that shows nothing of a change is believed: reads may lag as the index does. */
    long patienceMs() {
        long nearlyAll = Math.round(PATIENCE * lag.quantile(NEARLY_ALL));
        return Math.min(Math.max(LEAST_PATIENCE_MS, nearlyAll), windowMs);
    }

    /** ALM did not see the user. */
    void refused(LearnerInFlight learner) {
        if (learned
                && !learner.isLinked()
                && incident.probeFailed(
                        learner.learner().key(), learner.createdAt(), learner.createdAt() + lastRefusedAge(learner))) {
            store.keep(INCIDENT, incident.snapshot());
            LOG.warn(
                    "ALM's index has stopped: several new users are long overdue and none gets in. First enrolments wait"
                            + " in the ledger while one learner at a time tries; all goes on by itself, and nobody is escalated for it");
        }
    }

    /** ALM saw the user; to be told before the attempt has ended. */
    void accepted(LearnerInFlight learner) {
        if (learner.isLinked() || learner.hasEnrolled()) {
            return;
        }
        long lagMs = Math.max(0, age(learner, learner.current()));
        listeners.forEach(listener -> listener.indexed(lagMs));
        LagIncident.Acceptance acceptance = incident.accepted(learner.createdAt());
        if (acceptance.ended()) {
            LOG.info("ALM's index goes on: enrolments are made again");
            store.keep(INCIDENT, incident.snapshot());
            lag.incidentEnded();
        }
        if (acceptance.counts() && lag.accepted(lastRefusedAge(learner), age(learner, learner.current()))) {
            keepNowAndThen();
        }
    }

    private void keepNowAndThen() {
        long observations = lag.observations();
        long last = kept.get();
        if (observations - last >= OBSERVATIONS_TO_A_SNAPSHOT && kept.compareAndSet(last, observations)) {
            store.keep(LAG, lag.snapshot());
        }
    }

    private static long lastRefusedAge(LearnerInFlight learner) {
        return enrols(learner).stream()
                .filter(attempt -> attempt.failureClass() == FailureClass.INDEXING_LAG)
                .mapToLong(attempt -> age(learner, attempt))
                .max()
                .orElse(0);
    }

    private static long age(LearnerInFlight learner, Attempt attempt) {
        return attempt.startedAt() - learner.createdAt();
    }

    private static List<Attempt> enrols(LearnerInFlight learner) {
        return learner.attempts(attempt -> attempt.call() == AlmCall.ENROL_USER);
    }

    @Override
    public Optional<Hold> hold() {
        return incident.isOpen()
                ? Optional.of(new Hold(Hold.Reason.INDEX_STOPPED, incident.openedAt()))
                : Optional.empty();
    }

    @Override
    public int created(int most) {
        if (!incident.isOpen()) {
            return most;
        }
        return incident.isCanaryDue() ? Math.min(1, most) : 0;
    }
}
