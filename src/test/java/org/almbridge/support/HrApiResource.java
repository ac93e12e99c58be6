package org.almbridge.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The API of an HR system and the sources that read from it, each named like what is special about it. */
public class HrApiResource implements QuarkusTestResourceLifecycleManager {

    /** Have what addresses, templates and placeholders take for their own. */
    public static final String TOKEN = "t+k&n%41=)&x?#;{{y}}";

    public static final String PASSWORD = "p@ss+w&rd%41=)&x?#;{{y}}";
    public static final String API_KEY = "k+y&%41=)&x?#;{{y}}";
    public static final String CLIENT_SECRET = "s+cr&t%41=)&x?#;{{y}}";

    public static final String START = "2026-11-22T00:00:00+01:00";

    private final Map<String, String> properties = new HashMap<>();
    private HrApi api;

    @Override
    public Map<String, String> start() {
        api = new HrApi();
        source("by-link", "next-link", Map.of());
        source("by-cursor", "cursor", Map.of("cursorPointer", "/meta/cursor", "cursorParameter", "page"));
        source("by-number", "page-number", Map.of());
        source("by-header", "link-header", Map.of());
        source("bearer", "next-link", Map.of("authentication", "bearer", "token", TOKEN));
        source(
                "basic",
                "next-link",
                Map.of("authentication", "basic", "username", "h+r&x@example.com", "password", PASSWORD));
        source(
                "api-key",
                "next-link",
                Map.of("authentication", "api-key", "apiKeyHeader", "X-Hr-Key", "apiKey", API_KEY));
        source("oauth", "next-link", oauth(Map.of("scope", "people.read people.list+x")));
        source("oauth-body", "next-link", oauth(Map.of("clientAuthentication", "body")));
        source("marked", "next-link", marked(Map.of("watermarkStart", START)));
        source("ascending", "next-link", marked(Map.of("recordsOrder", "ascending")));
        source("throttled", "next-link", Map.of());
        source("ailing", "next-link", marked(Map.of()));
        source("refused", "next-link", Map.of("authentication", "bearer", "token", "not-" + TOKEN));
        source("no-json", "next-link", marked(Map.of()));
        source("no-records", "next-link", Map.of());
        source("endless", "next-link", Map.of("maxPageBytes", "100000"));
        source("foreign", "next-link", marked(Map.of()));
        source("circle", "next-link", Map.of());
        source("too-many", "next-link", Map.of("maxPages", "2"));
        source("redirect", "next-link", Map.of());
        return properties;
    }

    private void source(String name, String pagination, Map<String, String> parameters) {
        String prefix = "bridge.sources." + name + ".";
        properties.put(prefix + "kind", "rest");
        properties.put(prefix + "url", api.url(pagination, name));
        properties.put(prefix + "pagination", pagination);
        properties.put(prefix + "pollIntervalMs", "100");
        parameters.forEach((parameter, value) -> properties.put(prefix + parameter, value));
    }

    private Map<String, String> oauth(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("authentication", "oauth2");
        parameters.put("tokenUrl", api.origin() + "/token?tenant=a&b=(c)");
        parameters.put("clientId", "hr+client&1");
        parameters.put("clientSecret", CLIENT_SECRET);
        return parameters;
    }

    private static Map<String, String> marked(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("watermarkPointer", "/updatedAt");
        parameters.put("watermarkParameter", "since");
        return parameters;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(api, new TestInjector.MatchesType(HrApi.class));
    }

    @Override
    public void stop() {
        if (api != null) {
            api.stop();
        }
    }
}
