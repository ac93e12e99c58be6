package org.almbridge.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * The HTTP API of an HR system on the loopback interface. {@code /<style>/<source>} gives the people of a source, page by
 * page in that style; {@code /token} gives access tokens.
 */
public final class HrApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param updatedAt {@code null} for none */
    public record Person(String email, String updatedAt) {}

    /** The people of one page. */
    public record People(List<Person> people) {}

    /** One request for a page. */
    public record Request(String source, Map<String, String> query, Map<String, List<String>> headers) {}

    @FunctionalInterface
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> tokenRequests = new CopyOnWriteArrayList<>();
    private final Map<String, List<People>> pages = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> faults = new ConcurrentHashMap<>();
    private final Map<String, Predicate<Request>> guards = new ConcurrentHashMap<>();
    private volatile String token = "none yet";

    public HrApi() {
        server = LoopbackServer.create();
        server.createContext("/token", this::giveToken);
        List.of("next-link", "cursor", "page-number", "link-header")
                .forEach(style -> server.createContext("/" + style + "/", exchange -> answer(style, exchange)));
        server.setExecutor(threads);
        server.start();
    }

    public String url(String style, String source) {
        return origin() + "/" + style + "/" + source;
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on the source has these people, page by page. */
    public void give(String source, People... people) {
        pages.put(source, List.of(people));
    }

    public static People people(String... emails) {
        return new People(
                Arrays.stream(emails).map(email -> new Person(email, null)).toList());
    }

    public static People people(Person... people) {
        return new People(List.of(people));
    }

    /** The answer to the next request of the source, instead of people. */
    public void fail(String source, Answer answer) {
        faults.computeIfAbsent(source, name -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    public static Answer status(int status, String... header) {
        return exchange -> {
            if (header.length > 0) {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    public static Answer body(String body) {
        return exchange -> send(exchange, body);
    }

    /** Only who passes gets people; everybody else a 401. */
    public void guard(String source, Predicate<Request> admission) {
        guards.put(source, admission);
    }

    public boolean isToken(String header) {
        return ("Bearer " + token).equals(header);
    }

    public void revokeToken() {
        token = "revoked";
    }

    /** Headers and bodies of all requests for a token so far. */
    public List<String> tokenRequests() {
        return List.copyOf(tokenRequests);
    }

    /** All requests of a source so far, oldest first. */
    public List<Request> requests(String source) {
        return requests.stream()
                .filter(request -> request.source().equals(source))
                .toList();
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            tokenRequests.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            token = "access-token-" + tokenRequests.size();
            send(exchange, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        }
    }

    private void answer(String style, HttpExchange exchange) throws IOException {
        try (exchange) {
            String source = exchange.getRequestURI().getPath().substring(style.length() + 2);
            Request request = new Request(source, query(exchange.getRequestURI().getRawQuery()), headers(exchange));
            requests.add(request);
            Queue<Answer> queue = faults.getOrDefault(source, new ConcurrentLinkedQueue<>());
            Answer fault = queue.poll();
            if (fault != null) {
                fault.give(exchange);
            } else if (!guards.getOrDefault(source, anybody -> true).test(request)) {
                exchange.sendResponseHeaders(401, -1);
            } else {
                page(style, request, exchange);
            }
        }
    }

    private static Map<String, List<String>> headers(HttpExchange exchange) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        return headers;
    }

    private void page(String style, Request request, HttpExchange exchange) throws IOException {
        int number = Integer.parseInt(request.query().getOrDefault("page", "c1").replace("c", ""));
        List<People> all = pages.getOrDefault(request.source(), List.of());
        String since = request.query().getOrDefault("since", "");
        List<Map<String, String>> records = new ArrayList<>();
        if (number <= all.size()) {
            all.get(number - 1).people().stream()
                    .filter(person -> since.isEmpty() || !isBefore(person.updatedAt(), since))
                    .forEach(person -> records.add(json(person)));
        }
        boolean more = number < all.size();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("data", records);
        String query = "?page[x]=%20%2B&page=" + (number + 1) + "&since=" + since.replace("+", "%2B");
        if (style.equals("next-link")) {
            page.put("links", more ? Map.of("next", query) : Map.of());
        } else if (style.equals("cursor")) {
            page.put("meta", more ? Map.of("cursor", "c" + (number + 1)) : Map.of());
        } else if (style.equals("link-header") && more) {
            exchange.getResponseHeaders().add("Link", "</other>; rel=\"first\"");
            exchange.getResponseHeaders()
                    .add("Link", "<" + exchange.getRequestURI().getPath() + query + ">; rel=\"next last\"");
        }
        send(exchange, JSON.writeValueAsString(style.equals("page-number") ? records : page));
    }

    private static boolean isBefore(String moment, String since) {
        return OffsetDateTime.parse(moment).isBefore(OffsetDateTime.parse(since));
    }

    private static Map<String, String> json(Person person) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("email", person.email());
        json.put("name", "Ada Example");
        if (person.updatedAt() != null) {
            json.put("updatedAt", person.updatedAt());
        }
        return json;
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String parameter : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = parameter.split("=", 2);
            query.put(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
