package org.almbridge.flow;

import static org.almbridge.support.HrApi.body;
import static org.almbridge.support.HrApi.people;
import static org.almbridge.support.HrApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.HrApi;
import org.almbridge.support.HrApi.Person;
import org.almbridge.support.HrApi.Request;
import org.almbridge.support.HrApiResource;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "quarkus.log.file.enabled", value = "true"))
@WithTestResource(HrApiResource.class)
class RestSourceTest {

    Simulator alm;
    Outputs outputs;
    HrApi hr;

    @ParameterizedTest
    @ValueSource(strings = {"by-link", "by-cursor", "by-number", "by-header"})
    void readsEveryPage(String source) {
        List<String> emails = Stream.of("1", "2", "3", "4")
                .map(i -> source + i + "@example.com")
                .toList();
        hr.give(source, people(emails.get(0), emails.get(1)), people(emails.get(2)), people(emails.get(3)));

        emails.forEach(alm::awaitEnrolled);
        emails.forEach(email -> assertThat(alm.creates(email)).hasSize(1));
    }

    @Test
    void readsNothingWhileItIsPausedAndGoesOn() throws IOException {
        PausedSource.readsAgain(alm, "by-link", (name, email) -> hr.give("by-link", HrApi.people(email)));
    }

    @Test
    void showsWhatItIsToldTo() {
        hr.guard("bearer", shows("Authorization", "Bearer " + HrApiResource.TOKEN));
        hr.guard("basic", shows("Authorization", basic("h+r&x@example.com", HrApiResource.PASSWORD)));
        hr.guard("api-key", shows("X-Hr-Key", HrApiResource.API_KEY));

        for (String source : List.of("bearer", "basic", "api-key")) {
            hr.give(source, people(source + "1@example.com"), people(source + "2@example.com"));
            alm.awaitEnrolled(source + "1@example.com");
            alm.awaitEnrolled(source + "2@example.com");
        }
    }

    private static java.util.function.Predicate<Request> shows(String header, String value) {
        return request -> List.of(value).equals(request.headers().get(header));
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void getsOneTokenForManyPagesAndAnotherWhenItHasEnded() throws IOException {
        hr.guard("oauth", this::hasToken);
        hr.give("oauth", people("oauth1@example.com"), people("oauth2@example.com"));
        alm.awaitEnrolled("oauth2@example.com");
        int pages = hr.requests("oauth").size();
        Patience.awaiting("more polls").until(() -> hr.requests("oauth").size() > pages + 4);
        assertThat(tokenRequests("scope=people.read+people.list%2Bx")).hasSize(1);
        assertThat(tokenRequests("scope=people.read+people.list%2Bx").get(0))
                .startsWith(basic(encoded("hr+client&1"), encoded(HrApiResource.CLIENT_SECRET)));

        hr.revokeToken();
        hr.give("oauth", people("oauth1@example.com"), people("oauth3@example.com"));
        alm.awaitEnrolled("oauth3@example.com");
        assertThat(tokenRequests("scope=people.read+people.list%2Bx")).hasSize(2);
        assertThat(lines("source oauth: ")).isEmpty();
    }

    @Test
    void putsClientCredentialsIntoTheBodyWhenToldTo() {
        Patience.awaiting("a token")
                .until(() ->
                        tokenRequests("client_id=hr%2Bclient%261&client_secret=" + encoded(HrApiResource.CLIENT_SECRET))
                                        .size()
                                >= 1);
        hr.give("oauth-body", people("oauth-body@example.com"));
        alm.awaitEnrolled("oauth-body@example.com");
    }

    private boolean hasToken(Request request) {
        return hr.isToken(
                request.headers().getOrDefault("Authorization", List.of("")).get(0));
    }

    private List<String> tokenRequests(String with) {
        return hr.tokenRequests().stream()
                .filter(request -> request.contains(with))
                .toList();
    }

    @Test
    void readsOnFromTheWatermark() {
        Patience.awaiting("the first poll").until(() -> !hr.requests("marked").isEmpty());
        assertThat(hr.requests("marked").get(0).query()).containsEntry("since", HrApiResource.START);
        hr.give(
                "marked",
                people(
                        new Person("marked-late@example.com", "2026-11-22T10:00:00+01:00"),
                        new Person("marked-old@example.com", "2026-11-21T10:00:00Z")),
                people(new Person("marked-early@example.com", "2026-11-22T09:30:00+02:00")));
        alm.awaitEnrolled("marked-early@example.com");
        alm.awaitEnrolled("marked-late@example.com");
        awaitSince("marked", "2026-11-22T10:00:00+01:00");
        List<JournalEntry> calls = alm.calls("marked-late@example.com");

        hr.give(
                "marked",
                people(
                        new Person("marked-late@example.com", "2026-11-22T10:00:00+01:00"),
                        new Person("marked-new@example.com", "2026-11-22T09:00:01Z")));
        alm.awaitEnrolled("marked-new@example.com");
        awaitSince("marked", "2026-11-22T09:00:01Z");
        assertThat(alm.calls("marked-late@example.com")).isEqualTo(calls);
        assertThat(alm.calls("marked-old@example.com")).isEmpty();
    }

    /** The first page is durable, the second is never to be had. */
    @Test
    void movesTheWatermarkAfterAPageOnlyWhenRecordsAscend() {
        for (String source : List.of("ascending", "ailing")) {
            for (int i = 0; i < 3; i++) {
                hr.fail(source, body("""
                        {"data": [{"email": "%s@example.com", "name": "Ada", "updatedAt": "2026-11-22T10:00:00Z"}],
                         "links": {"next": "?page=2"}}""".formatted(source)));
                hr.fail(source, status(404));
            }
        }

        awaitSince("ascending", "2026-11-22T10:00:00Z");
        Patience.awaiting("three polls")
                .until(() -> hr.requests("ailing").stream()
                                .filter(request -> "2".equals(request.query().get("page")))
                                .count()
                        == 3);
        assertThat(hr.requests("ailing").stream().limit(6))
                .noneMatch(request -> request.query().containsKey("since"));
        alm.awaitEnrolled("ailing@example.com");
        assertThat(alm.creates("ailing@example.com")).hasSize(1);
    }

    private void awaitSince(String source, String watermark) {
        Patience.awaiting(source + " to read on from " + watermark)
                .until(() -> hr.requests(source).stream()
                        .anyMatch(request -> watermark.equals(request.query().get("since"))));
    }

    @Test
    void waitsAsLongAsTheApiSaysAndGoesOnWithTheSamePage() throws IOException {
        hr.fail("throttled", body("""
                {"data": [{"email": "throttled1@example.com", "name": "Ada"}], "links": {"next": "?page=2"}}"""));
        hr.fail("throttled", status(429, "Retry-After", "0.3"));
        hr.fail("throttled", status(503, "Retry-After", "0"));
        hr.fail("throttled", status(500));
        hr.give("throttled", people("throttled1@example.com"), people("throttled2@example.com"));

        alm.awaitEnrolled("throttled2@example.com");
        List<String> asked = hr.requests("throttled").stream()
                .map(request -> request.query().getOrDefault("page", "1"))
                .dropWhile(page -> page.equals("1"))
                .limit(4)
                .toList();
        assertThat(asked).containsExactly("2", "2", "2", "2");
        awaitLine("source throttled: " + hr.origin() + " answers again after");
        assertThat(lines("source throttled: page 2 of " + hr.origin() + " cannot be had now (HTTP 429)"))
                .singleElement()
                .asString()
                .contains("WARN");
    }

    @Test
    void saysWhatAPersonHasToLookAt() throws IOException {
        hr.guard("refused", request -> false);
        hr.give("too-many", people("many1@example.com"), people("many2@example.com"), people("many3@example.com"));
        for (int i = 0; i < 100; i++) {
            hr.fail("no-json", body("<html>Please log in</html>"));
            hr.fail("no-records", body("{\"people\": []}"));
            hr.fail("endless", RestSourceTest::endless);
            hr.fail("foreign", body("""
                    {"data": [{"email": "foreign@example.com", "name": "Ada", "updatedAt": "2026-11-22T10:00:00Z"}],
                     "links": {"next": "http://localhost:1/?secret-cursor"}}"""));
            hr.fail("circle", body("""
                    {"data": [{"email": "circle@example.com", "name": "Ada"}], "links": {"next": "?"}}"""));
            hr.fail("redirect", status(302, "Location", "http://localhost:1/secret-place"));
        }

        assertTold("refused", 1, "is refused (HTTP 401): check token");
        assertTold("no-json", 1, "is no well-formed JSON");
        assertTold("no-records", 1, "has no array at /data; expected an array of records, bare or as the member data");
        assertTold("endless", 1, "has more than 100000 bytes");
        assertTold(
                "foreign", 1, "has a link to the next page that leads to http://localhost:1 and not to " + hr.origin());
        assertTold("circle", 2, "leads back to a page that was read before");
        assertTold("too-many", 2, "is the last one that maxPages allows");
        assertTold("redirect", 1, "is answered with a redirect (HTTP 302)");
        List.of("foreign", "circle", "many1", "many2").forEach(name -> alm.awaitEnrolled(name + "@example.com"));
        assertThat(alm.calls("many3@example.com")).isEmpty();
        assertThat(hr.requests("foreign")).noneMatch(request -> request.query().containsKey("since"));
        assertThat(outputs.log()).doesNotContain("secret-cursor", "secret-place", "Please log in");
    }

    private void assertTold(String source, int page, String what) throws IOException {
        String line = "source " + source + ": page " + page + " of " + hr.origin() + " " + what;
        awaitLine(line);
        // the first poll had so many requests; how long the next one waits grows, so any later one will do
        Patience.awaiting("another poll of " + source)
                .until(() -> hr.requests(source).size() > page);
        assertThat(lines(line)).singleElement().asString().contains("ERROR");
    }

    private static void endless(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] blanks = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(blanks);
            }
        }
    }

    @Test
    void tellsNobodyItsSecretsAndShowsNoStackTrace() throws IOException {
        awaitLine("Started source-oauth (pages://oauth");
        Patience.awaiting("a refusal").until(() -> hr.requests("bearer").size() > 1);

        for (String secret : List.of(
                HrApiResource.TOKEN,
                HrApiResource.PASSWORD,
                HrApiResource.API_KEY,
                HrApiResource.CLIENT_SECRET,
                "access-token-")) {
            assertThat(outputs.log()).doesNotContain(secret, encoded(secret));
        }
        assertThat(outputs.log())
                .doesNotContain(basic("h+r&x@example.com", HrApiResource.PASSWORD))
                .doesNotContain("org.almbridge.source.rest.");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void awaitLine(String text) {
        Patience.awaiting("'" + text + "' in the log").until(() -> !lines(text).isEmpty());
    }

    private List<String> lines(String text) throws IOException {
        return outputs.log().lines().filter(line -> line.contains(text)).toList();
    }
}
