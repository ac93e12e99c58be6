package org.almbridge.gate;

/** A leaky bucket, in calls: what is poured in drains at a steady rate. */
final class Bucket {

    private static final double ROUNDING = 1e-9;

    private final double perMs;
    private final double capacity;
    private final double floor;
    private double level;
    private long drainedAt;

    /** @param floor the level of an empty bucket; below 0 it stands for a time that the next call keeps in reserve */
    Bucket(double perMs, double capacity, double floor, double level, long now) {
        this.perMs = perMs;
        this.capacity = capacity;
        this.floor = floor;
        this.level = Math.max(floor, level);
        this.drainedAt = now;
    }

    /** A system clock may step back; then the bucket drains when the time has come again. */
    void drain(long now) {
        if (now > drainedAt) {
            level = Math.max(floor, level - (now - drainedAt) * perMs);
            drainedAt = now;
        }
    }

    void pour(double calls) {
        level += calls;
    }

    double level() {
        return level;
    }

    /** Whole calls that find room. */
    long room() {
        return (long) Math.floor(capacity - level + ROUNDING);
    }

    /** Milliseconds until there is room for that much; {@code Long.MAX_VALUE} when even the empty bucket has none. */
    long waitMs(double calls) {
        double excess = level + calls - capacity;
        if (excess <= ROUNDING) {
            return 0;
        }
        return excess > level - floor + ROUNDING ? Long.MAX_VALUE : (long) Math.ceil(excess / perMs - ROUNDING);
    }
}
