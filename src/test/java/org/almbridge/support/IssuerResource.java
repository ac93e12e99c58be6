package org.almbridge.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A provider of tokens, which is away while the bridge starts. */
public class IssuerResource implements QuarkusTestResourceLifecycleManager {

    private final Issuer issuer = new Issuer();

    @Override
    public Map<String, String> start() {
        issuer.start(); // for its port
        issuer.stop();
        return Map.of(
                "quarkus.oidc.auth-server-url",
                issuer.url(),
                "quarkus.oidc.token.audience",
                Issuer.AUDIENCE,
                "quarkus.http.auth.roles-mapping.hr-people",
                "submit,view");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(Issuer.class));
    }

    @Override
    public void stop() {
        issuer.stop();
    }
}
