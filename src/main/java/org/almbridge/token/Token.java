package org.almbridge.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The access token that calls carry.
 *
 * @param refreshAt epoch milliseconds from which the next call sees to a successor
 * @param expiresAt epoch milliseconds from which no call may carry it
 * @param accepted  whether ALM has accepted it, so that a refusal means that it has ended
 */
record Token(String value, long refreshAt, long expiresAt, boolean accepted) {

    private static final String SCHEME = "oauth ";
    private static final double AHEAD = 0.05;
    private static final long MOST_AHEAD_MS = 600_000;
    private static final long NEVER = Long.MAX_VALUE;

    /** The configured one: nobody knows its age. */
    static Token ready(String value) {
        return new Token(value, NEVER, NEVER, true);
    }

    static Token granted(TokenGrant grant, long now, boolean accepted) {
        long aheadMs = Math.min((long) (grant.lifetimeMs() * AHEAD), MOST_AHEAD_MS);
        long expiresAt = now + grant.lifetimeMs();
        return new Token(grant.accessToken(), expiresAt - aheadMs, expiresAt, accepted);
    }

    /** The value of the header {@code Authorization}. */
    String header() {
        return SCHEME + value;
    }

    /** In a time that does not tell how much of it is right. */
    boolean isIn(String header) {
        return MessageDigest.isEqual(
                header().getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    Token acceptedNow() {
        return new Token(value, refreshAt, expiresAt, true);
    }

    Token refreshedAt(long at) {
        return new Token(value, at, expiresAt, accepted);
    }

    @Override
    public String toString() {
        return "an access token";
    }
}
