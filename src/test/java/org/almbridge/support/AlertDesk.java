package org.almbridge.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What people have at hand: a mailbox and a chat for alerts, and a system that keeps outcomes. Chat and system take what is
 * signed with the new secret.
 */
public final class AlertDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private final List<JsonNode> chat = new CopyOnWriteArrayList<>();
    private final List<JsonNode> outcomes = new CopyOnWriteArrayList<>();
    private final HttpServer hook;

    AlertDesk() {
        hook = LoopbackServer.create();
        hook.createContext("/hook", exchange -> receive(exchange, chat));
        hook.createContext("/outcomes", exchange -> receive(exchange, outcomes));
        hook.start();
        mail.start();
    }

    /** In the order in which they are configured; nobody listens at the first one. */
    List<String> uris() {
        return List.of(
                "http://localhost:1/nobody",
                uri("/hook"),
                "smtp:localhost:" + mail.getSmtp().getPort() + "?from=bridge@example.com&to=it@example.com",
                "log:alerts?level=INFO");
    }

    String uri(String path) {
        return "http://localhost:" + hook.getAddress().getPort() + path;
    }

    public JsonNode awaitOutcome(String email) {
        return Patience.awaiting("the outcome of " + email)
                .until(
                        () -> outcomes.stream()
                                .filter(outcome ->
                                        outcome.at("/learner/email").asText().equals(email))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Alerts of that name and state that the chat has been sent as JSON. */
    public List<JsonNode> chat(String alert, String state) {
        return chat.stream()
                .filter(message -> message.path("alert").asText().equals(alert)
                        && message.path("state").asText().equals(state))
                .toList();
    }

    public JsonNode awaitChat(String alert, String state) {
        return Patience.awaiting(alert + " " + state)
                .until(() -> chat(alert, state), messages -> !messages.isEmpty())
                .get(0);
    }

    /** The mails with that subject, each as its content type and its text. */
    public List<String> mails(String subject) {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> subject(message).equals(subject))
                .map(message -> type(message) + "\n" + GreenMailUtil.getBody(message))
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(MimeMessage message) {
        try {
            return message.getContentType();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void receive(HttpExchange exchange, List<JsonNode> taken) throws IOException {
        try (exchange) {
            boolean json =
                    "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            byte[] content = exchange.getRequestBody().readAllBytes();
            boolean signed = WebhookCheck.isSigned(WebhookCheck.NEW_SECRET, exchange.getRequestHeaders(), content);
            if (json && signed) {
                taken.add(JSON.readTree(content));
            }
            exchange.sendResponseHeaders(json && signed ? 204 : 400, -1);
        }
    }

    void stop() {
        hook.stop(0);
        mail.stop();
    }
}
