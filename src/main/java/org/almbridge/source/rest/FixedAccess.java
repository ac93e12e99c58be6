package org.almbridge.source.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Shows the same with every call, or nothing. */
final class FixedAccess implements Access {

    private static final String AUTHORIZATION = "Authorization";

    private final Map.Entry<String, String> header;
    private final String parameters;

    private FixedAccess(Map.Entry<String, String> header, String parameters) {
        this.header = header;
        this.parameters = parameters;
    }

    static FixedAccess none() {
        return new FixedAccess(null, "authentication, which is none,");
    }

    static FixedAccess bearer(String token) {
        return new FixedAccess(Map.entry(AUTHORIZATION, "Bearer " + token), "token");
    }

    static FixedAccess basic(String username, String password) {
        return new FixedAccess(Map.entry(AUTHORIZATION, basicHeader(username, password)), "username and password");
    }

    static FixedAccess apiKey(String name, String key) {
        return new FixedAccess(Map.entry(name, key), "apiKey and apiKeyHeader");
    }

    static String basicHeader(String username, String password) {
        byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public Optional<Map.Entry<String, String>> header() {
        return Optional.ofNullable(header);
    }

    @Override
    public String parameters() {
        return parameters;
    }
}
