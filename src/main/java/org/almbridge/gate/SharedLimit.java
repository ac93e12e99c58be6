package org.almbridge.gate;

/** How a limit is kept by several bridges, none of which sees the calls of the others. */
final class SharedLimit {

    private static final double MINUTE_NANOS = 60e9;

    private SharedLimit() {}

    /** Half of the burst is left for calls that take longer to ALM than those behind them. */
    static int capacity(Limit limit) {
        return Math.max(1, limit.burst() / 2);
    }

    /** By so many milliseconds one call may take longer to ALM than another without coming too soon. */
    static double wayMs(Limit limit) {
        return (1.0 + limit.burst() - capacity(limit)) / limit.perMillisecond();
    }

    /** Nanoseconds from one permit to the next. */
    static long periodNanos(Limit limit) {
        return Math.max(1, (long) Math.ceil(MINUTE_NANOS / limit.perMinute()));
    }
}
