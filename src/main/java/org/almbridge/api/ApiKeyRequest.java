package org.almbridge.api;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import java.util.Optional;

/** Asks whom a key stands for. */
final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final String name;
    private final String key;
    private final boolean bearer;

    private ApiKeyRequest(String name, String key, boolean bearer) {
        this.name = name;
        this.key = key;
        this.bearer = bearer;
    }

    /** Sent by the scheme Bearer, so that it may be a token of somebody else's making. */
    static ApiKeyRequest bearer(String key) {
        return new ApiKeyRequest(null, key, true);
    }

    static ApiKeyRequest plain(String key) {
        return new ApiKeyRequest(null, key, false);
    }

    /** @param name whom it has to stand for */
    static ApiKeyRequest of(String name, String key) {
        return new ApiKeyRequest(name, key, false);
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    String key() {
        return key;
    }

    boolean isBearer() {
        return bearer;
    }
}
