package org.almbridge.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Gauges that end with the bridge they look at. Micrometer's registry belongs to the process: where one bridge follows
 * another in it, as in tests, the gauges of the first would stay and tell how it was.
 */
@Singleton
class Gauges {

    private final MeterRegistry registry;
    private final List<Meter> gauges = new ArrayList<>();

    Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    void add(Gauge.Builder<?> gauge) {
        gauges.add(gauge.register(registry));
    }

    @PreDestroy
    void remove() {
        gauges.forEach(registry::remove);
    }
}
