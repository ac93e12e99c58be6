package org.almbridge.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.almbridge.call.CallListener;

/** How fast ALM answers. */
@Singleton
class CallMeters implements CallListener {

    private record Answer(String endpoint, String method, Integer status) {}

    private final MeterRegistry registry;
    private final Map<Answer, Timer> timers = new ConcurrentHashMap<>();

    CallMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void called(String endpoint, String method, Integer status, long tookMs) {
        timers.computeIfAbsent(new Answer(endpoint, method, status), this::timer)
                .record(Duration.ofMillis(tookMs));
    }

    private Timer timer(Answer answer) {
        return Timer.builder("bridge.alm.calls")
                .description("Time until ALM has answered")
                .tag("endpoint", answer.endpoint())
                .tag("method", answer.method())
                .tag(
                        "status",
                        answer.status() == null ? "none" : answer.status().toString())
                .register(registry);
    }
}
