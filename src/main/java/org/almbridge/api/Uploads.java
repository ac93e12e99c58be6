package org.almbridge.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.almbridge.BridgeConfig;
import org.jboss.logging.Logger;

/**
 * Brings the content of a request into a file before a route sees the request. A slow sender costs no thread, a large one
 * no memory, and one that breaks off leaves nothing behind.
 */
@Singleton
class Uploads implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final BridgeConfig config;
    private final Map<HttpServerRequest, Path> complete = new ConcurrentHashMap<>();

    Uploads(BridgeConfig config) {
        this.config = config;
    }

    private Path directory() {
        return Path.of(config.api().uploadDirectory());
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.request().method() != HttpMethod.POST) {
            context.next();
            return;
        }
        Path file = directory().resolve(UUID.randomUUID() + ".upload");
        new Upload(context, file, config.api().maxRequestBytes()).receive(() -> {
            complete.put(context.request(), file);
            context.addEndHandler(end -> discard(complete.remove(context.request())));
            context.next();
        });
    }

    /** The content of a request, the caller's own from now on: discard it in the end. */
    Path take(HttpServerRequest request) {
        return complete.remove(request);
    }

    void discard(Path file) {
        if (file != null) {
            delete(file);
        }
    }

    /** Removes what a process left behind that was killed. */
    void clear() {
        if (!Files.isDirectory(directory())) {
            return;
        }
        for (Path file : leftBehind()) {
            delete(file);
        }
    }

    private List<Path> leftBehind() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(".upload")).toList();
        } catch (IOException e) {
            LOG.warnf("bridge.api.upload-directory: %s cannot be read (%s)", directory(), e);
            return List.of();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("%s cannot be removed (%s); it holds people's data, so remove it", file, e);
        }
    }
}
