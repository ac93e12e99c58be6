package org.almbridge.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Knows whether a source can read and its records are taken in. Kafka's client keeps silent to its caller while no broker
 * answers, so what is heard from them is looked at.
 */
final class KafkaWatch {

    private enum Trouble {
        SILENCE,
        FAILURE,
        NOT_TAKEN_IN
    }

    private static final Logger LOG = Logger.getLogger(KafkaWatch.class);

    /** Longer than a group waits for a member that was killed, during which its broker is silent. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** Longer than the client waits before it tries a broker again. */
    private static final Duration SINCE_FAILURE = Duration.ofSeconds(5);

    private final String source;
    private final Clock clock;
    private final List<PollListener> listeners;
    private String brokers = "the broker";
    private double heard;
    private Instant heardAt;
    private Instant failedAt = Instant.MIN;
    private SourceOutage outage;
    private Trouble trouble;
    private boolean rewind;

    KafkaWatch(String source, Clock clock, List<PollListener> listeners) {
        this.listeners = listeners;
        this.source = source;
        this.clock = clock;
        this.heardAt = clock.instant();
    }

    /** A consumer begins, with nothing heard so far. */
    synchronized void begins(String theseBrokers) {
        brokers = theseBrokers;
        heard = 0;
        heardAt = clock.instant();
    }

    /** Whether the next look waits; while nobody answers the client waits by itself. */
    synchronized boolean rests() {
        return outage != null && trouble != Trouble.SILENCE && outage.restsAt(clock.instant());
    }

    /**
     * A look has passed.
     *
     * @param bytes all that was ever received by this consumer
     */
    void looked(double bytes) {
        hear(bytes);
        tell();
    }

    private void tell() {
        boolean works = outage().isEmpty();
        listeners.forEach(listener -> listener.polled(source, works));
    }

    private synchronized void hear(double bytes) {
        Instant now = clock.instant();
        if (bytes != heard) {
            heard = bytes;
            heardAt = now;
            boolean lasts = trouble == Trouble.NOT_TAKEN_IN
                    || trouble == Trouble.FAILURE && now.isBefore(failedAt.plus(SINCE_FAILURE));
            if (outage != null && !lasts) {
                over(brokers + " answers again");
            }
        } else if (!now.isBefore(heardAt.plus(SILENCE)) && trouble != Trouble.NOT_TAKEN_IN) {
            trouble(
                    Trouble.SILENCE,
                    "nothing is read, " + brokers + " does not answer: check brokers, securityProtocol, the network and"
                            + " whether the broker runs");
        }
    }

    /** A look has failed. */
    void failed(Exception failure) {
        note(failure);
        tell();
    }

    private synchronized void note(Exception failure) {
        failedAt = clock.instant();
        trouble(Trouble.FAILURE, "nothing is read, " + brokers + " " + KafkaReason.advice(failure));
    }

    /** The records under way were not taken in: they must come again. */
    synchronized void notTakenIn(Throwable failure) {
        rewind = true;
        trouble(Trouble.NOT_TAKEN_IN, "records are not taken in and come again: " + KafkaReason.text(failure));
    }

    synchronized void takenIn() {
        if (trouble == Trouble.NOT_TAKEN_IN) {
            over("records are taken in again");
        }
    }

    synchronized boolean mustRewind() {
        return rewind;
    }

    synchronized void rewound() {
        rewind = false;
    }

    synchronized Optional<SourceOutage> outage() {
        return Optional.ofNullable(outage);
    }

    private void trouble(Trouble kind, String text) {
        Instant now = clock.instant();
        outage = SourceOutage.after(outage, now, text);
        trouble = kind;
        if (outage.isToldAt(now)) {
            LOG.warnf("source %s: %s. The bridge keeps trying", source, text);
        }
    }

    private void over(String text) {
        LOG.infof(
                "source %s: %s after %d s",
                source, text, Duration.between(outage.since(), clock.instant()).toSeconds());
        outage = null;
        trouble = null;
    }
}
