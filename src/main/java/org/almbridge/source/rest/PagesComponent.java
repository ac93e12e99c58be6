package org.almbridge.source.rest;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Makes {@code pages:<source>} an address of Camel, with what the source is configured to do as its options. */
@Singleton
@Named("pages")
class PagesComponent extends DefaultComponent {

    private final Watermarks watermarks;
    private final PagePolls polls;
    private final Clock clock;

    PagesComponent(Watermarks watermarks, PagePolls polls, Clock clock) {
        this.watermarks = watermarks;
        this.polls = polls;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        Options options = new Options(parameters);
        Pagination pagination = pagination(options);
        String next = next(pagination, options);
        String watermark = options.text("watermarkPointer");
        String records = options.text("recordsPointer");
        RestSettings.WatermarkSettings markSettings = new RestSettings.WatermarkSettings(
                options.text("watermarkParameter"),
                options.text("watermarkStart"),
                RestOptions.ASCENDING.equals(options.text("recordsOrder")));
        RestSettings settings = new RestSettings(
                remaining,
                URI.create(options.text("url")),
                access(options),
                pagination,
                new PagePointers(
                        records.equals(RestOptions.USUAL_RECORDS) ? null : JsonPointer.compile(records),
                        next == null ? null : JsonPointer.compile(next),
                        watermark.isEmpty() ? null : JsonPointer.compile(watermark)),
                watermark.isEmpty() ? null : markSettings,
                options.number("maxPages"),
                options.number("maxPageBytes"),
                options.number("timeoutMs"));
        return new PagesEndpoint(uri, this, settings, watermarks, polls, options.number("pollIntervalMs"));
    }

    private Access access(Options options) {
        String token = options.secret("token");
        String password = options.secret("password");
        String apiKey = options.secret("apiKey");
        String clientSecret = options.secret("clientSecret");
        String username = options.text("username");
        String apiKeyHeader = options.text("apiKeyHeader");
        String tokenUrl = options.text("tokenUrl");
        String clientId = options.text("clientId");
        String scope = options.text("scope");
        boolean inBody = RestOptions.IN_BODY.equals(options.text("clientAuthentication"));
        return switch (options.text("authentication")) {
            case RestOptions.BEARER -> FixedAccess.bearer(token);
            case RestOptions.BASIC -> FixedAccess.basic(username, password);
            case RestOptions.API_KEY -> FixedAccess.apiKey(apiKeyHeader, apiKey);
            case RestOptions.OAUTH2 ->
                new ClientCredentials(clock, URI.create(tokenUrl), clientId, clientSecret, scope, inBody);
            default -> FixedAccess.none();
        };
    }

    private static Pagination pagination(Options options) {
        String cursorParameter = options.text("cursorParameter");
        String pageParameter = options.text("pageParameter");
        int firstPage = options.number("firstPage");
        return switch (options.text("pagination")) {
            case Paginations.NEXT_LINK -> new Paginations.NextLink();
            case Paginations.CURSOR -> new Paginations.Cursor(cursorParameter);
            case Paginations.PAGE_NUMBER -> new Paginations.PageNumber(pageParameter, firstPage);
            case Paginations.LINK_HEADER -> new Paginations.Header();
            default -> new Paginations.None();
        };
    }

    private static String next(Pagination pagination, Options options) {
        String link = options.text("nextPointer");
        String cursor = options.text("cursorPointer");
        if (pagination instanceof Paginations.NextLink) {
            return link;
        }
        return pagination instanceof Paginations.Cursor ? cursor : null;
    }

    /** Takes every option out, as Camel refuses what is left. */
    private final class Options {

        private final Map<String, Object> given;

        Options(Map<String, Object> given) {
            this.given = given;
        }

        String text(String name) {
            return getAndRemoveParameter(given, name, String.class, "");
        }

        int number(String name) {
            return getAndRemoveParameter(given, name, Integer.class);
        }

        String secret(String name) {
            char[] secret = resolveAndRemoveReferenceParameter(given, name, char[].class);
            return secret == null ? "" : new String(secret);
        }
    }
}
