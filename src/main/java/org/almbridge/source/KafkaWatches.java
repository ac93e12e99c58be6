package org.almbridge.source;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The watch of each Kafka source, which its consumer and its route share. */
@Singleton
class KafkaWatches {

    private final Clock clock;
    private final Map<String, KafkaWatch> watches = new ConcurrentHashMap<>();

    KafkaWatches(Clock clock) {
        this.clock = clock;
    }

    KafkaWatch of(String source) {
        return watches.computeIfAbsent(source, name -> new KafkaWatch(name, clock));
    }

    /** Empty for a source of another kind. */
    Optional<KafkaWatch> known(String source) {
        return Optional.ofNullable(watches.get(source));
    }

    KafkaWatch ofRoute(String routeId) {
        return of(SourceRoutes.source(routeId));
    }
}
