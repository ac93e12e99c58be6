package org.almbridge.api;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads the key, or the token, that a request brings. */
final class SentKey {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final Pattern PAGE = Pattern.compile("/q/(openapi(\\.[a-z]+)?|swagger-ui(/.*)?)");

    private SentKey() {}

    /** Null when it brings none. */
    static ApiKeyRequest of(RoutingContext context) {
        HttpServerRequest request = context.request();
        String authorization = request.getHeader("Authorization");
        if (hasScheme(BEARER, authorization)) {
            return ApiKeyRequest.bearer(authorization.substring(BEARER.length()).strip());
        }
        if (isForBrowsers(context) && hasScheme(BASIC, authorization)) {
            return basic(authorization.substring(BASIC.length()).strip());
        }
        String key = request.getHeader("X-API-Key");
        return key == null ? null : ApiKeyRequest.plain(key);
    }

    /**
     * Whether it asks for one of the pages that people look at. A browser sends Basic credentials by itself wherever it was
     * asked for them once, whoever made it send the request; so they are taken where nothing can be done with them.
     */
    static boolean isForBrowsers(RoutingContext context) {
        HttpMethod method = context.request().method();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && PAGE.matcher(context.normalizedPath()).matches();
    }

    private static boolean hasScheme(String scheme, String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /** What cannot be read is a wrong key of nobody. */
    private static ApiKeyRequest basic(String credentials) {
        String[] parts = decoded(credentials).split(":", 2);
        return ApiKeyRequest.of(parts[0], parts.length == 2 ? parts[1] : "");
    }

    private static String decoded(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
