package org.almbridge.metric;

import io.micrometer.core.instrument.Gauge;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.almbridge.call.CallListener;
import org.almbridge.gate.Gate;
import org.apache.camel.quarkus.main.events.BeforeStart;

/** How much of what ALM allows is used. */
@Singleton
class QuotaGauges implements CallListener {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Gets its turn by no gate, and ALM counts it apart. */
    private static final String TOKEN = "refresh-token";

    private final Gauges gauges;
    private final Gate gate;
    private final Map<String, LastMinute> calls;

    QuotaGauges(Gauges gauges, Gate gate, Clock clock) {
        this.gauges = gauges;
        this.gate = gate;
        this.calls = List.of("GET", "POST").stream()
                .collect(Collectors.toUnmodifiableMap(method -> method, method -> new LastMinute(clock)));
    }

    void register(@Observes BeforeStart event) {
        calls.keySet().forEach(method -> {
            gauges.add(Gauge.builder("bridge.quota.limit.per.minute", () -> limit(method))
                    .description("Calls a minute that ALM allows, 0 while none is known")
                    .tag("method", method));
            gauges.add(Gauge.builder("bridge.quota.used.ratio", () -> used(method))
                    .description("Share of that which this bridge has used in the last minute")
                    .tag("method", method));
        });
    }

    /** What ALM refused for its rate was not let in. */
    @Override
    public void called(String endpoint, String method, Integer status, long tookMs) {
        LastMinute count = calls.get(method);
        if (count != null && !endpoint.equals(TOKEN) && (status == null || status != TOO_MANY_REQUESTS)) {
            count.add();
        }
    }

    private double limit(String method) {
        return gate.limitPerMinute(method).orElse(0);
    }

    private double used(String method) {
        double limit = limit(method);
        return limit == 0 ? 0 : calls.get(method).count() / limit;
    }
}
