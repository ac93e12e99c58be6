package org.almbridge.api;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whom a key stands for. */
final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final String key;

    ApiKeyRequest(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
