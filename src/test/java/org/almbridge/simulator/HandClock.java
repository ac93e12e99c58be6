package org.almbridge.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Moves only when told, so that no test waits for time to pass. */
final class HandClock implements InstantSource {

    static final long START = 1_700_000_000_000L;

    private final AtomicLong millis = new AtomicLong(START);

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
    }

    void advance(long byMillis) {
        millis.addAndGet(byMillis);
    }
}
