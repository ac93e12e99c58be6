package org.almbridge.source;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The watch of each Kafka source, which its consumer and its route share. */
@Singleton
class KafkaWatches {

    private final Clock clock;
    private final List<PollListener> listeners;
    private final Map<String, KafkaWatch> watches = new ConcurrentHashMap<>();

    KafkaWatches(Clock clock, @All List<PollListener> listeners) {
        this.clock = clock;
        this.listeners = listeners;
    }

    KafkaWatch of(String source) {
        return watches.computeIfAbsent(source, name -> new KafkaWatch(name, clock, listeners));
    }

    /** Empty for a source of another kind. */
    Optional<KafkaWatch> known(String source) {
        return Optional.ofNullable(watches.get(source));
    }

    KafkaWatch ofRoute(String routeId) {
        return of(SourceRoutes.source(routeId));
    }
}
