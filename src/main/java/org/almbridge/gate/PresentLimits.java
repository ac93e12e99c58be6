package org.almbridge.gate;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.almbridge.AlmLimits;

/** Tells the limits that the gate keeps to. */
@Singleton
class PresentLimits implements AlmLimits {

    private final Gate gate;

    PresentLimits(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<AlmLimit> of(String method) {
        return gate.limit(method).map(limit -> new AlmLimit(limit.perMinute(), limit.burst()));
    }
}
