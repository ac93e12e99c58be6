package org.almbridge.source.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Shows an access token of OAuth 2 that was given for client credentials. It is used until shortly before its end, or until
 * the API refuses it. Used by the thread of its source alone.
 */
final class ClientCredentials implements Access {

    private static final long MOST_AHEAD_SECONDS = 30;

    private final Clock clock;
    private final URI tokenUrl;
    private final String clientId;
    private final String clientSecret;
    private final String scope;
    private final boolean inBody;
    private String token;
    private Instant usableUntil;
    private boolean accepted;

    /**
     * @param scope  empty for none
     * @param inBody whether id and secret go into the body of the request instead of its header
     */
    ClientCredentials(Clock clock, URI tokenUrl, String clientId, String clientSecret, String scope, boolean inBody) {
        this.clock = clock;
        this.tokenUrl = tokenUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.scope = scope;
        this.inBody = inBody;
    }

    URI tokenUrl() {
        return tokenUrl;
    }

    @Override
    public boolean needsToken() {
        return token == null || !clock.instant().isBefore(usableUntil);
    }

    /** @param lifetimeSeconds for which the token is good */
    void granted(String grantedToken, long lifetimeSeconds) {
        token = grantedToken;
        usableUntil = clock.instant().plusSeconds(lifetimeSeconds - Math.min(lifetimeSeconds / 10, MOST_AHEAD_SECONDS));
        accepted = false;
    }

    @Override
    public Optional<Map.Entry<String, String>> header() {
        return Optional.of(Map.entry("Authorization", "Bearer " + token));
    }

    /** From now on a refusal means that the token has ended. */
    @Override
    public void accepted() {
        accepted = true;
    }

    @Override
    public boolean refused() {
        token = null;
        // another one would be no better than one that was never let in
        return accepted;
    }

    @Override
    public String parameters() {
        return "clientId, clientSecret and scope";
    }

    /** What authenticates the request for a token in its header; empty when its body does. */
    Optional<String> basicHeader() {
        return inBody ? Optional.empty() : Optional.of(FixedAccess.basicHeader(encode(clientId), encode(clientSecret)));
    }

    /** Body of the request for a token. */
    String form() {
        return "grant_type=client_credentials"
                + (scope.isEmpty() ? "" : "&scope=" + encode(scope))
                + (inBody ? "&client_id=" + encode(clientId) + "&client_secret=" + encode(clientSecret) : "");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
