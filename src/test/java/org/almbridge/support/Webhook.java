package org.almbridge.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A team's own endpoint of escalations and outcomes, as deaf as a test wants it to be; by default it takes everything that is
 * signed. It has the old secret still.
 */
public final class Webhook {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request about somebody, taken or refused. */
    public record Call(String messageId, Instant signedAt, JsonNode content) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final ConcurrentLinkedQueue<JsonNode> taken = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<JsonNode> refused = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, CountDownLatch> silent = new ConcurrentHashMap<>();
    private volatile String refuses;

    Webhook() {
        server = LoopbackServer.create();
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    String uri() {
        return uri("/escalations");
    }

    String uri(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Answers 503 to escalations of learners whose address starts so, {@code null} for none. */
    public void refuse(String emailPrefix) {
        refuses = emailPrefix;
    }

    /** Gives no answer to escalations of that learner until released. */
    public void holdBack(String email) {
        silent.put(email, new CountDownLatch(1));
    }

    public void release(String email) {
        silent.remove(email).countDown();
    }

    public List<JsonNode> taken(String email) {
        return about(taken, email);
    }

    public List<JsonNode> refused(String email) {
        return about(refused, email);
    }

    /** All signed requests about somebody, whatever became of them, in their order. */
    public List<Call> calls(String email) {
        return calls.stream()
                .filter(call -> emailOf(call.content()).equals(email))
                .toList();
    }

    /** Waits until an escalation of a learner has been taken. */
    public JsonNode awaitTaken(String email) {
        return Patience.awaiting("the webhook call for " + email)
                .until(() -> taken(email), escalations -> !escalations.isEmpty())
                .get(0);
    }

    private static List<JsonNode> about(ConcurrentLinkedQueue<JsonNode> escalations, String email) {
        return escalations.stream()
                .filter(escalation -> emailOf(escalation).equals(email))
                .toList();
    }

    private static String emailOf(JsonNode escalation) {
        return escalation.at("/learner/email").asText();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] content = exchange.getRequestBody().readAllBytes();
            Headers headers = exchange.getRequestHeaders();
            if (!WebhookCheck.isSigned(WebhookCheck.OLD_SECRET, headers, content)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            JsonNode escalation = JSON.readTree(content);
            calls.add(new Call(
                    headers.getFirst("webhook-id"),
                    Instant.ofEpochSecond(Long.parseLong(headers.getFirst("webhook-timestamp"))),
                    escalation));
            awaitRelease(emailOf(escalation));
            String refusesNow = refuses;
            boolean refusing = refusesNow != null && emailOf(escalation).startsWith(refusesNow);
            (refusing ? refused : taken).add(escalation);
            exchange.sendResponseHeaders(refusing ? 503 : 204, -1);
        }
    }

    private void awaitRelease(String email) {
        CountDownLatch latch = silent.get(email);
        if (latch == null) {
            return;
        }
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
