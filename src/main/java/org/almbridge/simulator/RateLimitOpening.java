package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Names the possible sizes of the first rush that passes, because ALM's manual contradicts itself here. */
@RegisterForReflection
public enum RateLimitOpening {
    /** One call and the burst, as the described bucket of millisecond grain lets through. */
    ONE_AND_BURST,
    /** A whole minute's calls and the burst, as the manual's example counts. */
    RATE_AND_BURST
}
