package org.almbridge.api;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConstants;

/** Knows who sent a request. */
final class Caller {

    private Caller() {}

    /** The name of the key, or of the bearer of the token. */
    static String name(Exchange request) {
        return request.getMessage()
                .getHeader(VertxPlatformHttpConstants.AUTHENTICATED_USER, QuarkusHttpUser.class)
                .getSecurityIdentity()
                .getPrincipal()
                .getName();
    }
}
