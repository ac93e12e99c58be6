package org.almbridge.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** One bucket of a store that speaks as much of S3 as a reader needs: list, get, delete. */
public final class Bucket {

    private static final String NAME = "new-hires";

    private final Map<String, String> objects = new ConcurrentSkipListMap<>();
    private final HttpServer server;

    Bucket() {
        server = LoopbackServer.create();
        server.createContext("/" + NAME, this::answer);
        server.start();
    }

    String uri() {
        return "aws2-s3://" + NAME + "?region=eu-central-1&accessKey=bucket-key&secretKey=RAW(bucket-secret-5d1c)"
                + "&overrideEndpoint=true&uriEndpointOverride=http://localhost:"
                + server.getAddress().getPort() + "&forcePathStyle=true&deleteAfterRead=true&delay=200";
    }

    public void put(String key, String content) {
        objects.put(key, content);
    }

    public boolean holds(String key) {
        return objects.containsKey(key);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = exchange.getRequestURI().getPath().replaceFirst("/" + NAME + "/?", "");
            if (exchange.getRequestMethod().equals("DELETE")) {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
            } else if (key.isEmpty()) {
                send(exchange, 200, list());
            } else {
                String content = objects.get(key);
                send(exchange, content == null ? 404 : 200, content == null ? "" : content);
            }
        }
    }

    private String list() {
        String contents = objects.entrySet().stream()
                .map(object -> "<Contents><Key>%s</Key><Size>%d</Size></Contents>"
                        .formatted(object.getKey(), object.getValue().length()))
                .collect(Collectors.joining());
        return "<ListBucketResult><Name>%s</Name><IsTruncated>false</IsTruncated>%s</ListBucketResult>"
                .formatted(NAME, contents);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    void stop() {
        server.stop(0);
    }
}
