package org.almbridge.metric;

import io.micrometer.core.instrument.Gauge;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.Hold;
import org.almbridge.ledger.Holds;
import org.almbridge.source.SourceTroubles;
import org.apache.camel.quarkus.main.events.BeforeStart;

/** What stands still at this moment; all of it is known in memory. */
@Singleton
class StandingGauges {

    private final Gauges gauges;
    private final BridgeConfig config;
    private final SourceTroubles sources;
    private final Holds holds;

    StandingGauges(Gauges gauges, BridgeConfig config, SourceTroubles sources, Holds holds) {
        this.gauges = gauges;
        this.config = config;
        this.sources = sources;
        this.holds = holds;
    }

    void register(@Observes BeforeStart event) {
        config.sources()
                .keySet()
                .forEach(source -> gauges.add(Gauge.builder(
                                "bridge.source.up", () -> sources.of(source).isEmpty() ? 1 : 0)
                        .description("Whether a source can use its server")
                        .tag("source", source)));
        for (Hold.Reason reason : Hold.Reason.values()) {
            gauges.add(Gauge.builder("bridge.dispatch.held", () -> isHeldBy(reason) ? 1 : 0)
                    .description("Whether this holds learners back")
                    .tag("reason", reason.name()));
        }
    }

    private boolean isHeldBy(Hold.Reason reason) {
        return holds.now().stream().anyMatch(hold -> hold.reason() == reason);
    }
}
