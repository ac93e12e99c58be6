package org.almbridge.source;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Knows of every kind of source what keeps it from being read. */
@Singleton
public class SourceTroubles {

    private final SourceOutages outages;
    private final KafkaWatches watches;
    private final PollFailures failures;

    SourceTroubles(SourceOutages outages, KafkaWatches watches, PollFailures failures) {
        this.outages = outages;
        this.watches = watches;
        this.failures = failures;
    }

    /** Empty for a source that can be read. */
    public Optional<SourceTrouble> of(String source) {
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
