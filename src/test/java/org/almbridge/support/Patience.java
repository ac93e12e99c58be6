package org.almbridge.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what must come: generously, because only a test that fails waits to the end. */
public final class Patience {

    private Patience() {}

    /** @param what is waited for, for the message of a test that fails */
    public static ConditionFactory awaiting(String what) {
        return Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30));
    }
}
