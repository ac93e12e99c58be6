package org.almbridge.simulator;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/** Keeps the latest access tokens that refreshes gave out, and until when each is accepted. */
final class IssuedTokens {

    private static final int CAPACITY = 1_000;

    private final Map<String, Long> expiries = new LinkedHashMap<>();
    private long issued;
    private long refreshes;
    private long refusedRefreshes;

    String issue(long expiresAt) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        String token = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
        if (expiries.size() == CAPACITY) {
            expiries.remove(expiries.keySet().iterator().next());
        }
        expiries.put(token, expiresAt);
        issued++;
        return token;
    }

    /** The one issued last of those that are accepted at that time. */
    Optional<String> latest(long now) {
        return expiries.keySet().stream()
                .filter(token -> leftMs(token, now).isPresent())
                .reduce((earlier, later) -> later);
    }

    /** For how long the token will still be accepted; empty if it is not. */
    OptionalLong leftMs(String token, long now) {
        long left = expiries.getOrDefault(token, now) - now;
        return left > 0 ? OptionalLong.of(left) : OptionalLong.empty();
    }

    void revoke() {
        expiries.clear();
    }

    void count(boolean refreshed) {
        if (refreshed) {
            refreshes++;
        } else {
            refusedRefreshes++;
        }
    }

    TokenUse use() {
        return new TokenUse(refreshes, refusedRefreshes, issued);
    }

    /** Tokens stay, because clients hold them and revoking is a request of its own. */
    void forgetCounts() {
        issued = 0;
        refreshes = 0;
        refusedRefreshes = 0;
    }
}
