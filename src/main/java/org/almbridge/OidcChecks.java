package org.almbridge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Finds settings of an OpenID Connect provider that would let in whoever should stay out. */
final class OidcChecks {

    private static final String OIDC = "quarkus.oidc.";
    private static final String URL = OIDC + "auth-server-url";
    private static final String AUDIENCE = OIDC + "token.audience";
    private static final String ISSUER = OIDC + "token.issuer";
    private static final String TYPE = OIDC + "application-type";
    private static final String DISCOVERY = OIDC + "discovery-enabled";
    private static final String VERIFICATION = OIDC + "tls.verification";
    private static final String OF_ANYBODY = "any";

    private final Config properties;
    private final List<String> problems = new ArrayList<>();

    private OidcChecks(Config properties) {
        this.properties = properties;
    }

    static List<String> problems(Config properties) {
        OidcChecks checks = new OidcChecks(properties);
        checks.value(URL).ifPresentOrElse(checks::provider, checks::noProvider);
        return checks.problems;
    }

    private void noProvider() {
        if (value(AUDIENCE).isPresent()) {
            problems.add(
                    URL + " is missing: " + AUDIENCE + " says what tokens are to be for, and nothing says whose. Give"
                            + " the provider's address, as https://login.example.com/realms/hr");
        }
    }

    private void provider(String url) {
        if (!isSecure(url)) {
            problems.add(
                    URL + " is no https address: whoever stands between could make tokens of their own. Give the"
                            + " provider's address, as https://login.example.com/realms/hr; http is accepted for this machine only");
        }
        if (is(VERIFICATION, "none")) {
            problems.add(
                    VERIFICATION + " must not be none: whoever stands between could make tokens of their own. Trust"
                            + " the provider's certificate by quarkus.tls.<name>.trust-store and quarkus.oidc.tls.tls-configuration-name");
        }
        if (value(AUDIENCE).isEmpty() || is(AUDIENCE, OF_ANYBODY)) {
            problems.add(
                    AUDIENCE + " is missing: tokens that the provider has made for other applications would be taken."
                            + " Give what the tokens for the bridge have as aud");
        }
        if (is(ISSUER, OF_ANYBODY) || is(DISCOVERY, "false") && value(ISSUER).isEmpty()) {
            problems.add(ISSUER + " must be what the provider's tokens have as iss; without the key it is what the"
                    + " provider says of itself, unless " + DISCOVERY + " is false");
        }
        if (value(TYPE).isPresent() && !is(TYPE, "service")) {
            problems.add(TYPE + " must be service: the bridge takes tokens and logs nobody in");
        }
    }

    private static boolean isSecure(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme()) && Loopback.is(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean is(String key, String expected) {
        return value(key).filter(expected::equalsIgnoreCase).isPresent();
    }

    private Optional<String> value(String key) {
        return properties.getOptionalValue(key, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }
}
