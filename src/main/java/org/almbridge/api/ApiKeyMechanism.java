package org.almbridge.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** Reads the key of a request, and tells an address that keeps sending wrong ones to wait. */
@Singleton
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    private static final String WAIT_SECONDS = ApiKeyMechanism.class.getName() + ".wait";
    private static final String CHALLENGE = "Bearer realm=\"alm-bridge\"";

    private final WrongKeys wrongKeys;

    ApiKeyMechanism(WrongKeys wrongKeys) {
        this.wrongKeys = wrongKeys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        ApiKeyRequest key = SentKey.of(context);
        if (key == null) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(key)
                .onFailure(AuthenticationFailedException.class)
                .invoke(() -> wrong(context));
    }

    /** Of wrong keys only, so that whoever shares an address with their sender still gets in. */
    private void wrong(RoutingContext context) {
        String address = String.valueOf(context.request().remoteAddress().hostAddress());
        long waitSeconds = wrongKeys.waitSeconds(address);
        if (waitSeconds > 0) {
            context.put(WAIT_SECONDS, waitSeconds);
        } else {
            wrongKeys.note(address);
        }
    }

    private static String challenge(RoutingContext context) {
        return SentKey.isForBrowsers(context) ? "Basic realm=\"alm-bridge\", charset=\"UTF-8\"" : CHALLENGE;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge(context)));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        Long waitSeconds = context.get(WAIT_SECONDS);
        if (waitSeconds != null) {
            ProblemAnswer.send(
                    context,
                    Problem.passing(
                            429, "Too many wrong keys came from this address: wait, and check the key.", waitSeconds));
        } else {
            context.response().putHeader("WWW-Authenticate", challenge(context));
            ProblemAnswer.send(
                    context,
                    Problem.of(
                            401, "Send a key of the bridge, as 'Authorization: Bearer <key>' or 'X-API-Key: <key>'."));
        }
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }
}
