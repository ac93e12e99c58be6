package org.almbridge.source;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.almbridge.ledger.Pauses;

/** Knows of every kind of source what keeps it from being read. */
@Singleton
public class SourceTroubles {

    private final SourceOutages outages;
    private final KafkaWatches watches;
    private final PollFailures failures;
    private final Pauses pauses;

    SourceTroubles(SourceOutages outages, KafkaWatches watches, PollFailures failures, Pauses pauses) {
        this.outages = outages;
        this.watches = watches;
        this.failures = failures;
        this.pauses = pauses;
    }

    /** Empty for a source that can be read, and for one that people have paused: nobody wants it read. */
    public Optional<SourceTrouble> of(String source) {
        return pauses.ofSource(source).isPresent() ? Optional.empty() : ofTrying(source);
    }

    private Optional<SourceTrouble> ofTrying(String source) {
        return outages.of(source)
                .or(() -> watches.known(source).flatMap(KafkaWatch::outage))
                .map(outage -> new SourceTrouble(outage.since(), outage.reason()))
                .or(
                        () -> outages.of(FileOutages.key(source))
                                .map(
                                        outage -> new SourceTrouble(
                                                outage.since(),
                                                "a file can be neither read nor moved to .done or .failed; the log says which and why")))
                .or(() -> failures.since(source)
                        .map(since -> new SourceTrouble(since, "the last look failed; the log says why")));
    }
}
