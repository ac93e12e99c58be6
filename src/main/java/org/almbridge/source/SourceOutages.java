package org.almbridge.source;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which source cannot use its server, so that every kind backs off and tells of it in the same measure. */
@Singleton
public class SourceOutages {

    private final Clock clock;
    private final Map<String, SourceOutage> outages = new ConcurrentHashMap<>();

    SourceOutages(Clock clock) {
        this.clock = clock;
    }

    /** What keeps the source from its server at this moment. */
    Optional<SourceOutage> of(String source) {
        return Optional.ofNullable(outages.get(source));
    }

    /** Whether it is too early for the source's next try. */
    public boolean rests(String source) {
        SourceOutage outage = outages.get(source);
        return outage != null && outage.restsAt(clock.instant());
    }

    /** Notes one more failed try; true when it deserves a line of its own in the log. */
    public boolean failed(String source, String reason) {
        Instant now = clock.instant();
        return outages.compute(source, (name, before) -> SourceOutage.after(before, now, reason))
                .isToldAt(now);
    }

    /** Notes a try that worked; for how long none did, empty when there was no outage. */
    public Optional<Duration> over(String source) {
        return Optional.ofNullable(outages.remove(source))
                .map(outage -> Duration.between(outage.since(), clock.instant()));
    }
}
