package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Says who may refresh an access token and what comes of it; without a client there are no token endpoints.
 *
 * @param clientId the only client; null for none
 * @param clientSecret its secret
 * @param refreshToken its refresh token, which never changes
 * @param accessTokenLifetimeMs time for which a token issued from now on is accepted
 * @param repeatsValidToken whether a refresh returns the latest token again as long as that is valid, else a new one;
 *     older ones stay valid either way
 * @param refreshFailure HTTP status that every refresh is answered, whatever it sends; null: refreshes work
 */
@RegisterForReflection
public record OAuthSettings(
        String clientId,
        String clientSecret,
        String refreshToken,
        long accessTokenLifetimeMs,
        boolean repeatsValidToken,
        Integer refreshFailure) {

    private static final long SEVEN_DAYS_MS = 604_800_000;

    public static final OAuthSettings NONE = new OAuthSettings(null, null, null, SEVEN_DAYS_MS, true, null);

    public OAuthSettings {
        boolean whole = clientId != null && clientSecret != null && refreshToken != null;
        boolean none = clientId == null && clientSecret == null && refreshToken == null;
        Json.require(whole || none, "oauth needs clientId, clientSecret and refreshToken, or none of them.");
        Json.require(accessTokenLifetimeMs > 0, "oauth.accessTokenLifetimeMs must be positive.");
        Json.require(
                refreshFailure == null || refreshFailure >= 400 && refreshFailure <= 599,
                "oauth.refreshFailure must be an HTTP status from 400 to 599.");
    }

    boolean offered() {
        return clientId != null;
    }
}
