package org.almbridge;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Moves only when told, so that no test waits for time to pass. */
public final class SteppedClock extends Clock {

    public static final long START = 1_700_000_000_000L;

    private volatile long millis = START;

    public void advance(long byMillis) {
        millis = millis + byMillis;
    }

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the bridge knows instants only");
    }
}
