package org.almbridge.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.almbridge.alm.AlmListener;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;

/** What calls to ALM wait for, and how often they are repeated. */
@Singleton
class AlmMeters implements AlmListener {

    private final Map<AlmCall, Timer> quotaWait = new EnumMap<>(AlmCall.class);
    private final Map<FailureClass, Counter> retries;
    private final Timer lag;

    AlmMeters(MeterRegistry registry) {
        for (AlmCall call : AlmCall.values()) {
            quotaWait.put(
                    call,
                    Timer.builder("bridge.quota.wait")
                            .description("Wait of a call for its turn")
                            .tag("call", call.name())
                            .register(registry));
        }
        retries = PerClass.of(failure -> Counter.builder("bridge.retries")
                .description("Failed attempts that are made again")
                .tag("class", failure.name())
                .register(registry));
        lag = Timer.builder("bridge.alm.lag")
                .description("From the create answer to the first enrolment that ALM accepts")
                .register(registry);
    }

    @Override
    public void passedGate(AlmCall call, long waitedMs) {
        quotaWait.get(call).record(Duration.ofMillis(waitedMs));
    }

    @Override
    public void triedAgain(FailureClass failureClass) {
        retries.get(failureClass).increment();
    }

    @Override
    public void indexed(long lagMs) {
        lag.record(Duration.ofMillis(lagMs));
    }
}
