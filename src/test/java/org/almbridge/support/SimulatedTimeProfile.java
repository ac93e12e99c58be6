package org.almbridge.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The bridge as operators have it, in simulated time. */
public class SimulatedTimeProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(SimulatedTimeBeans.class);
    }
}
