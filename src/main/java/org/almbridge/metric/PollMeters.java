package org.almbridge.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.almbridge.BridgeConfig;
import org.almbridge.source.PollListener;

/** How often sources look for something new. */
@Singleton
class PollMeters implements PollListener {

    private record Polls(Counter ok, Counter failed) {}

    private final MeterRegistry registry;
    private final Map<String, Polls> sources = new ConcurrentHashMap<>();

    PollMeters(MeterRegistry registry, BridgeConfig config) {
        this.registry = registry;
        config.sources().keySet().forEach(this::of);
    }

    @Override
    public void polled(String source, boolean works) {
        Polls polls = of(source);
        (works ? polls.ok() : polls.failed()).increment();
    }

    private Polls of(String source) {
        return sources.computeIfAbsent(source, name -> new Polls(polls(name, "ok"), polls(name, "failed")));
    }

    private Counter polls(String source, String result) {
        return Counter.builder("bridge.source.polls")
                .description("Looks of a source at its server")
                .tag("source", source)
                .tag("result", result)
                .register(registry);
    }
}
