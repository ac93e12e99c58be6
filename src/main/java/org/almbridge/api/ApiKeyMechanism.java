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

/**
 * Finds out who sends a request: the owner of a key, or of a token of an OpenID Connect provider. Tells an address that keeps
 * sending wrong ones to wait.
 */
@Singleton
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    /** Ahead of Quarkus' own mechanism for tokens, which would answer a wrong key without a word. */
    private static final int PRIORITY = DEFAULT_PRIORITY + 100;

    private static final String PROBLEM = ApiKeyMechanism.class.getName() + ".problem";
    private static final String CHALLENGE = "Bearer realm=\"alm-bridge\"";

    private final ApiKeys keys;
    private final BearerTokens tokens;
    private final WrongKeys wrongKeys;

    ApiKeyMechanism(ApiKeys keys, BearerTokens tokens, WrongKeys wrongKeys) {
        this.keys = keys;
        this.tokens = tokens;
        this.wrongKeys = wrongKeys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        ApiKeyRequest key = SentKey.of(context);
        if (key == null) {
            return Uni.createFrom().nullItem();
        }
        // a key may look like a token
        boolean token = tokens.mayJudge(key) && keys.caller(key.key()).isEmpty();
        Uni<SecurityIdentity> identity =
                token ? tokens.authenticate(context, identities) : identities.authenticate(key);
        return identity.onFailure(AuthenticationFailedException.class)
                .transform(wrong -> refused(context, wrong(context)))
                .onFailure(ProblemException.class)
                .transform(failure -> refused(context, ((ProblemException) failure).problem()));
    }

    /** Of wrong keys only, so that whoever shares an address with their sender still gets in. */
    private Problem wrong(RoutingContext context) {
        String address = String.valueOf(context.request().remoteAddress().hostAddress());
        long waitSeconds = wrongKeys.waitSeconds(address);
        if (waitSeconds > 0) {
            return Problem.passing(
                    429, "Too many wrong keys came from this address: wait, and check the key.", waitSeconds);
        }
        wrongKeys.note(address);
        return null;
    }

    /** @param problem what {@link #sendChallenge} is to answer, {@code null} for that it does not know the sender */
    private AuthenticationFailedException refused(RoutingContext context, Problem problem) {
        context.put(PROBLEM, problem);
        // Quarkus asks whoever is there for the answer, and its own mechanism for tokens has left itself there
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        return new AuthenticationFailedException();
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
        Problem problem = context.get(PROBLEM);
        if (problem == null) {
            context.response().putHeader("WWW-Authenticate", challenge(context));
            problem = Problem.of(
                    401, "Send a key of the bridge, as 'Authorization: Bearer <key>' or 'X-API-Key: <key>'.");
        }
        ProblemAnswer.send(context, problem);
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }
}
