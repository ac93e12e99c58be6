package org.almbridge.token;

/**
 * What ALM gives for a refresh token.
 *
 * @param lifetimeMs milliseconds for which the access token is good
 */
record TokenGrant(String accessToken, long lifetimeMs) {

    /** Never the token: whatever prints an exchange's body must not print a secret. */
    @Override
    public String toString() {
        return "an access token";
    }
}
