package org.almbridge.simulator;

import java.math.BigDecimal;
import java.util.Optional;

/** Refuses calls that come too soon, as ALM's gateway does: the one limit that a client can read from every answer. */
final class RateGuard implements Guard {

    private final World world;
    private final Callers callers;
    private final Errors errors;

    RateGuard(World world, Callers callers, Errors errors) {
        this.world = world;
        this.callers = callers;
        this.errors = errors;
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        return limit(call)
                .flatMap(limit -> callers.of(call)
                        .map(caller -> waitMs(caller, call.method(), limit))
                        .filter(waitMs -> waitMs > 0)
                        .map(waitMs -> errors.plain(429).with("retry-after", seconds(waitMs))));
    }

    /** Puts the limit on an answer, whatever it says. */
    Answer announce(Call call, Answer answer) {
        return limit(call)
                .filter(limit -> !limit.silent())
                .map(limit -> answer.with("x-rate-limit", limit.requestsPerMinute() + "r/m")
                        .with("x-burst", String.valueOf(limit.burst())))
                .orElse(answer);
    }

    private Optional<RateLimit> limit(Call call) {
        return Optional.ofNullable(world.settings().rateLimits().get(call.method()));
    }

    private long waitMs(String caller, String method, RateLimit limit) {
        return world.buckets().admit(caller, method, limit, world.settings().rateLimitOpening(), world.now());
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
