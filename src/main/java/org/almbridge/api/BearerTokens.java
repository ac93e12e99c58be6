package org.almbridge.api;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.almbridge.Sha256;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Has Quarkus judge the tokens of an OpenID Connect provider, and gives their owners names that say nothing of a person. */
@Singleton
class BearerTokens {

    private static final Logger LOG = Logger.getLogger(BearerTokens.class);

    private static final long QUIET_MS = 60_000;
    private static final int NAME_BYTES = 16;

    private final Instance<HttpAuthenticationMechanism> mechanisms;
    private final boolean enabled;
    private final Clock clock;
    private final AtomicLong quietUntil = new AtomicLong();

    BearerTokens(@Any Instance<HttpAuthenticationMechanism> mechanisms, Config properties, Clock clock) {
        this.mechanisms = mechanisms;
        this.enabled = properties.getValue("quarkus.oidc.tenant-enabled", Boolean.class);
        this.clock = clock;
    }

    /** Whether it may be a signed token, which has header, claims and signature, and somebody judges it. */
    boolean mayJudge(ApiKeyRequest sent) {
        return enabled
                && sent.isBearer()
                && sent.key().chars().filter(character -> character == '.').count() == 2;
    }

    /**
     * Judges the token in the header {@code Authorization}. Fails with {@link AuthenticationFailedException} for one that is
     * not good, and with {@link ProblemException} when nobody can say.
     */
    Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return provider()
                .authenticate(context, identities)
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new)
                .map(BearerTokens::named)
                .onFailure()
                .transform(failure -> failure instanceof AuthenticationException
                        ? new AuthenticationFailedException()
                        : unavailable(failure));
    }

    private HttpAuthenticationMechanism provider() {
        return mechanisms.stream()
                .filter(mechanism -> mechanism.getCredentialTypes().contains(TokenAuthenticationRequest.class))
                .findFirst()
                .orElseThrow();
    }

    private Throwable unavailable(Throwable failure) {
        tell(failure);
        return new ProblemException(Problem.passing(
                503,
                "The token cannot be judged for now, because the bridge cannot reach its issuer. Send the request again"
                        + " later.",
                ProblemStep.RETRY_SECONDS));
    }

    /** Anybody can send what looks like a token, so it is told once a minute. */
    private void tell(Throwable failure) {
        long now = clock.millis();
        if (now < quietUntil.getAndAccumulate(now, (until, at) -> at < until ? until : at + QUIET_MS)) {
            return;
        }
        LOG.warnf(
                "A bearer token cannot be judged, because the provider of quarkus.oidc.auth-server-url cannot be used (%s);"
                        + " keys go on to work",
                failure.getClass().getSimpleName());
        LOG.debug("a token cannot be judged", failure);
    }

    /** By a hash of the subject: the name gets into the log and into names of batches, and a subject may be a person's. */
    private static SecurityIdentity named(SecurityIdentity identity) {
        byte[] hash = Sha256.of(identity.getPrincipal().getName());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("oidc-" + HexFormat.of().formatHex(hash, 0, NAME_BYTES)))
                .addRoles(identity.getRoles())
                .build();
    }
}
