package org.almbridge;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almbridge.webhook.WebhookSecrets;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.eclipse.microprofile.config.Config;

/** Stops a start that could not do its job, with one message that names every key at fault. */
@Singleton
class StartupChecks {

    private static final int FIRST = 1;
    private static final Path CONFIG_FILE = Path.of("config/application.properties");

    private final BridgeConfig config;
    private final Config properties;

    StartupChecks(BridgeConfig config, Config properties) {
        this.config = config;
        this.properties = properties;
    }

    void check(@Observes @Priority(FIRST) BeforeInitialize event) {
        List<String> problems = new ArrayList<>();
        if (config.alm().baseUrl().isEmpty()) {
            problems.add("bridge.alm.base-url is missing: give ALM's address, as https://learningmanager.adobe.com");
        } else {
            baseUrlProblem(config.alm().baseUrl().get()).ifPresent(problems::add);
        }
        problems.addAll(tokenProblems());
        problems.addAll(NumberChecks.problems(config));
        LedgerUrlCheck.problem(config.ledger().url()).ifPresent(problems::add);
        problems.addAll(DuplicateKeys.problems(CONFIG_FILE));
        timeZoneProblem(config.intake().timeZone()).ifPresent(problems::add);
        problems.addAll(ApiKeyChecks.problems(config.api().keys()));
        problems.addAll(OidcChecks.problems(properties));
        problems.addAll(TlsChecks.problems(properties));
        problems.addAll(WebhookSecrets.problems(config.webhooks().secret()));
        if (!problems.isEmpty()) {
            throw new ConfigurationException("alm-bridge cannot start:\n  - " + String.join("\n  - ", problems)
                    + "\nSet the keys in config/application.properties, by the environment or as -Dkey=value;"
                    + " -Dquarkus.profile=demo tries the bridge without an ALM.");
        }
    }

    private List<String> tokenProblems() {
        BridgeConfig.Oauth oauth = config.alm().oauth();
        Map<String, Optional<String>> keys = new LinkedHashMap<>();
        keys.put("bridge.alm.oauth.client-id", oauth.clientId());
        keys.put("bridge.alm.oauth.client-secret", oauth.clientSecret());
        keys.put("bridge.alm.oauth.refresh-token", oauth.refreshToken());
        List<String> missing =
                keys.keySet().stream().filter(key -> keys.get(key).isEmpty()).toList();
        if (missing.size() < keys.size()) {
            return missing.stream()
                    .map(key -> key + " is missing: client-id, client-secret and refresh-token go together, give all"
                            + " three or none, best by the environment")
                    .toList();
        }
        return config.alm().accessToken().isPresent()
                ? List.of()
                : List.of(
                        "bridge.alm.access-token is missing: give a token with the scopes admin:read,admin:write, best"
                                + " by the environment variable BRIDGE_ALM_ACCESS_TOKEN; or give "
                                + String.join(", ", missing) + ", and tokens renew themselves");
    }

    private static Optional<String> baseUrlProblem(String baseUrl) {
        URI uri;
        try {
            uri = URI.create(baseUrl);
        } catch (IllegalArgumentException e) {
            return Optional.of("bridge.alm.base-url is no address: write it as https://learningmanager.adobe.com");
        }
        boolean secure = "https".equals(uri.getScheme());
        boolean bare = uri.getPath() == null || uri.getPath().isEmpty();
        if (uri.getHost() == null || !bare || !secure && !"http".equals(uri.getScheme())) {
            return Optional.of("bridge.alm.base-url is '" + baseUrl
                    + "': write scheme and host, as https://learningmanager.adobe.com");
        }
        return secure || Loopback.is(uri.getHost())
                ? Optional.empty()
                : Optional.of(
                        "bridge.alm.base-url is '" + baseUrl
                                + "': people's data and the token go there, so http is accepted for this machine only; use https");
    }

    private static Optional<String> timeZoneProblem(String timeZone) {
        try {
            ZoneId.of(timeZone);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("bridge.intake.time-zone is '" + timeZone
                    + "': give a time zone as Europe/Paris, America/New_York or UTC");
        }
    }
}
