package org.almbridge.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector that keeps every span it is sent. */
public final class TraceReceiver {

    private final HttpServer server;
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();

    TraceReceiver() {
        server = LoopbackServer.create();
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    public List<Span> spans() {
        return requests.stream()
                .map(TraceReceiver::parse)
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    private static ExportTraceServiceRequest parse(byte[] request) {
        try {
            return ExportTraceServiceRequest.parseFrom(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was sent; texts are in it as they are. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        requests.forEach(request -> all.append(new String(request, StandardCharsets.UTF_8)));
        return all.toString();
    }

    public static Optional<String> attribute(Span span, String name) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(name))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst();
    }

    void stop() {
        server.stop(0);
    }
}
