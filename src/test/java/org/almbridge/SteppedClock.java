package org.almbridge;

/** Moves only when told, so that no test waits for time to pass. */
public final class SteppedClock extends TestClock {

    public static final long START = 1_700_000_000_000L;

    private volatile long millis = START;

    public void advance(long byMillis) {
        millis = millis + byMillis;
    }

    @Override
    public long millis() {
        return millis;
    }
}
