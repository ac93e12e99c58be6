package org.almbridge.gate;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Keeps the quota in buckets of Bucket4j, two for each HTTP method: one for its calls and one for what creates bring along.
 * Permits are reserved and not tried for: who asks is told when they are due, so bridges are served in the order in which
 * they ask, and nobody asks twice. Used by one thread.
 */
final class BucketQuota implements SharedQuota {

    private static final double MILLI_NANOS = 1e6;

    private final ProxyManager<String> buckets;
    private final Map<String, Limit> told = new HashMap<>();

    BucketQuota(ProxyManager<String> buckets) {
        this.buckets = buckets;
    }

    static BucketQuota in(DataSource database, Clock clock) {
        return new BucketQuota(Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("quota")
                .clientClock(time(clock))
                .build());
    }

    static TimeMeter time(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    @Override
    public Grant draw(String verb, Ask ask) {
        Limit limit = ask.limit();
        String startsName = verb + " starts";
        BucketConfiguration forCalls = configuration(limit, SharedLimit.capacity(limit), 0);
        BucketConfiguration forStarts = configuration(limit, Pace.ahead(limit), Pace.ahead(limit));
        BucketProxy calls = buckets.getProxy(verb, () -> forCalls);
        BucketProxy starts = buckets.getProxy(startsName, () -> forStarts);
        if (!limit.equals(told.get(verb))) {
            replace(verb, calls, forCalls);
            replace(startsName, starts, forStarts);
            told.put(verb, limit);
        }
        if (ask.restMs() > 0) {
            rest(calls, ask.restMs(), limit);
        }
        return new Grant(lease(calls, ask.calls(), 0), lease(starts, ask.starts(), ask.owed()));
    }

    private static BucketConfiguration configuration(Limit limit, long capacity, long atFirst) {
        return BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth
                        .capacity(capacity)
                        .refillGreedy(1, Duration.ofNanos(SharedLimit.periodNanos(limit)))
                        .initialTokens(atFirst))
                .build();
    }

    /**
     * A bridge tells what it has learned once, and then takes what is there: bridges that know different limits would
     * otherwise replace each other's for ever. The new bucket starts as at first: what is owed in calls would be another
     * time at another rate.
     */
    private void replace(String name, BucketProxy bucket, BucketConfiguration configuration) {
        boolean differs = buckets.getProxyConfiguration(name)
                .filter(present -> !present.equals(configuration))
                .isPresent();
        if (differs) {
            bucket.replaceConfiguration(configuration, TokensInheritanceStrategy.RESET);
        }
    }

    /** Several bridges are refused at a time, and may say so at a time: what is taken too much is given back. */
    private static void rest(BucketProxy calls, long restMs, Limit limit) {
        double restNanos = restMs * MILLI_NANOS;
        long period = SharedLimit.periodNanos(limit);
        calls.tryConsumeAsMuchAsPossible();
        long wait = calls.consumeIgnoringRateLimits((long) Math.ceil(restNanos / period));
        long tooMany = (long) Math.floor((wait - restNanos) / period);
        if (tooMany > 0) {
            calls.addTokens(tooMany);
        }
    }

    private static Lease lease(BucketProxy bucket, int permits, int owed) {
        if (permits + owed == 0) {
            return Lease.NONE;
        }
        VerboseResult<Long> result = bucket.asVerbose().consumeIgnoringRateLimits((long) permits + owed);
        double due = (result.getOperationTimeNanos() + (double) result.getValue()) / MILLI_NANOS;
        double gap = result.getConfiguration().getBandwidths()[0].getRefillPeriodNanos() / MILLI_NANOS;
        return new Lease(permits, due, gap);
    }
}
