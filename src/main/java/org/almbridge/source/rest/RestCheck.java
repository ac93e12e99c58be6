package org.almbridge.source.rest;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.almbridge.Loopback;
import org.almbridge.source.KindCheck;
import org.almbridge.source.Parameters;

/** Looks at the parameters of a source before its API is asked. */
@Singleton
class RestCheck implements KindCheck {

    /** Parameters that each authentication needs; those of the others would be without effect. */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            RestOptions.BEARER, Set.of("token"),
            RestOptions.BASIC, Set.of("username", "password"),
            RestOptions.API_KEY, Set.of("apiKey"),
            RestOptions.OAUTH2, Set.of("tokenUrl", "clientId", "clientSecret"));

    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** A header takes no others. */
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]+");

    private static final int MOST = 999_999_999;

    @Override
    public String kind() {
        return "rest";
    }

    @Override
    public List<String> problems(Map<String, String> given) {
        Findings findings = new Findings(given);
        findings.address("url");
        findings.address("tokenUrl");
        findings.oneOf("authentication", RestOptions.AUTHENTICATIONS);
        findings.oneOf("pagination", Paginations.NAMES);
        findings.oneOf("recordsOrder", RestOptions.ORDERS);
        findings.oneOf("clientAuthentication", RestOptions.CLIENT_AUTHENTICATIONS);
        findings.authentication();
        findings.pagination();
        findings.watermark();
        findings.pointer("nextPointer");
        findings.pointer("cursorPointer");
        findings.pointer("watermarkPointer");
        if (!RestOptions.USUAL_RECORDS.equals(given.get("recordsPointer"))) {
            findings.pointer("recordsPointer");
        }
        findings.number("firstPage", 0);
        findings.number("pollIntervalMs", 1);
        findings.number("timeoutMs", 1);
        findings.number("maxPages", 1);
        findings.number("maxPageBytes", 1);
        given.forEach(findings::closesEarly);
        return findings.problems;
    }

    private static final class Findings {

        private final Map<String, String> given;
        private final List<String> problems = new ArrayList<>();

        Findings(Map<String, String> given) {
            this.given = given;
        }

        void address(String parameter) {
            String value = given.get(parameter);
            if (value == null) {
                return;
            }
            URI address;
            try {
                address = URI.create(value);
            } catch (IllegalArgumentException e) {
                problems.add(
                        parameter + " is no address: write it as https://hr.example.com/api/people, and characters that"
                                + " an address does not have as %20");
                return;
            }
            boolean secure = "https".equals(address.getScheme());
            if (address.getHost() == null || !secure && !"http".equals(address.getScheme())) {
                problems.add(parameter + " is no address of the web: write it as https://hr.example.com/api/people");
            } else if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
                problems.add(parameter
                        + " has a login or a #: give username and password, with authentication = basic, instead");
            } else if (!secure && !Loopback.is(address.getHost())) {
                problems.add(parameter + " leads to " + PageAddress.site(address)
                        + ": people's data and credentials go that way, so http is accepted for this machine only; use"
                        + " https");
            }
        }

        void oneOf(String parameter, List<String> allowed) {
            Parameters.oneOf(given, parameter, allowed).ifPresent(problems::add);
        }

        void authentication() {
            String chosen = given.getOrDefault("authentication", "none");
            Set<String> needed = NEEDED.getOrDefault(chosen, Set.of());
            needed.stream()
                    .filter(parameter -> !given.containsKey(parameter))
                    .sorted()
                    .forEach(parameter -> problems.add(parameter + " is missing: authentication = " + chosen
                            + " needs it, a secret best by the" + " environment"));
            NEEDED.forEach((authentication, parameters) -> parameters.stream()
                    .filter(parameter -> given.containsKey(parameter) && !needed.contains(parameter))
                    .sorted()
                    .forEach(parameter -> problems.add(parameter + " is given, but authentication is " + chosen
                            + ": set authentication = " + authentication + ", or leave it out")));
            String header = given.get("apiKeyHeader");
            if (header != null && !HEADER.matcher(header).matches()) {
                problems.add("apiKeyHeader is '" + header + "', which is no name of a header: write it as X-API-Key");
            }
            if (given.getOrDefault("username", "").contains(":")) {
                problems.add("username has a colon, which separates it from the password: give another one");
            }
            Set.of("token", "apiKey").stream()
                    .filter(parameter -> given.containsKey(parameter)
                            && !PRINTABLE.matcher(given.get(parameter)).matches())
                    .forEach(parameter -> problems.add(parameter
                            + " has characters that no header takes: give it as the API's owner has issued it"));
        }

        void pagination() {
            if (Paginations.CURSOR.equals(given.get("pagination")) && !given.containsKey("cursorPointer")) {
                problems.add("cursorPointer is missing: pagination = cursor needs it, as /meta/nextCursor");
            }
        }

        void watermark() {
            boolean pointer = given.containsKey("watermarkPointer");
            boolean parameter = given.containsKey("watermarkParameter");
            if (pointer != parameter) {
                problems.add((pointer ? "watermarkParameter" : "watermarkPointer")
                        + " is missing: watermarkPointer and watermarkParameter go together, give both or none");
            }
            if (!pointer && given.containsKey("watermarkStart")) {
                problems.add(
                        "watermarkStart is given without watermarkPointer, so it has no effect: give both or none");
            }
            if (!pointer && RestOptions.ASCENDING.equals(given.get("recordsOrder"))) {
                problems.add("recordsOrder is given without watermarkPointer, so it has no effect: give both or none");
            }
        }

        void pointer(String parameter) {
            String value = given.get(parameter);
            if (value == null) {
                return;
            }
            try {
                JsonPointer.compile(value);
            } catch (IllegalArgumentException e) {
                problems.add(parameter + " is '" + value + "', which is no JSON pointer: write it as /links/next");
            }
        }

        void number(String parameter, int least) {
            Parameters.number(given, parameter, least, MOST).ifPresent(problems::add);
        }

        /** Camel would take what stands before it for the whole value. */
        void closesEarly(String parameter, String value) {
            if (!Set.of("token", "password", "apiKey", "clientSecret").contains(parameter) && value.contains(")&")) {
                problems.add(parameter + " holds )& : write the bracket as %29");
            }
        }
    }
}
