package org.almbridge.api;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import java.util.Optional;

/** Asks whom a key stands for. */
final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final String name;
    private final String key;

    /** @param name whom it has to stand for, {@code null} for anybody */
    ApiKeyRequest(String name, String key) {
        this.name = name;
        this.key = key;
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    String key() {
        return key;
    }
}
