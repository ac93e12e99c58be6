package org.almbridge.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Is the content of one request on its way into a file, no faster than the file takes it and no longer than allowed. */
final class Upload {

    private static final Logger LOG = Logger.getLogger(Upload.class);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final FileSystem files;
    private final Path path;
    private final long maxBytes;

    private AsyncFile file;
    private Runnable then;
    private long bytes;
    private boolean ended;

    Upload(RoutingContext context, Path path, long maxBytes) {
        this.context = context;
        this.request = context.request();
        this.files = context.vertx().fileSystem();
        this.path = path;
        this.maxBytes = maxBytes;
    }

    /** @param then called when the file is complete; otherwise the request has failed, and there is no file */
    void receive(Runnable then) {
        this.then = then;
        if (announcedBytes() > maxBytes) {
            context.fail(tooLarge());
            return;
        }
        request.pause();
        files.mkdirs(path.getParent().toString())
                .compose(made -> files.open(
                        path.toString(), new OpenOptions().setCreateNew(true).setPerms("rw-------")))
                .onSuccess(this::begin)
                .onFailure(cause -> context.fail(notKept(cause)));
    }

    private long announcedBytes() {
        try {
            return Long.parseLong(String.valueOf(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void begin(AsyncFile opened) {
        file = opened;
        file.exceptionHandler(cause -> giveUp(notKept(cause)));
        request.exceptionHandler(gone -> discard());
        request.handler(this::write);
        request.endHandler(end -> complete());
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        request.resume();
    }

    private void write(Buffer part) {
        bytes += part.length();
        if (ended) {
            return;
        }
        if (bytes > maxBytes) {
            giveUp(tooLarge());
            return;
        }
        file.write(part).onFailure(cause -> giveUp(notKept(cause)));
        if (file.writeQueueFull()) {
            request.pause();
            file.drainHandler(drained -> request.resume());
        }
    }

    private void complete() {
        if (!ended) {
            ended = true;
            file.close().onSuccess(closed -> then.run()).onFailure(cause -> context.fail(notKept(cause)));
        }
    }

    private void giveUp(Throwable cause) {
        if (!ended) {
            discard();
            context.fail(cause);
        }
    }

    /** Nobody is there to be answered when the sender is gone. */
    private void discard() {
        if (!ended) {
            ended = true;
            file.close().onComplete(closed -> files.delete(path.toString()));
        }
    }

    private ProblemException notKept(Throwable cause) {
        LOG.errorf("bridge.api.upload-directory: nothing can be written to %s (%s)", path.getParent(), cause);
        return new ProblemException(
                Problem.passing(503, "The bridge cannot keep the content: send the request again later.", 30));
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                Problem.of(413, "The request is larger than " + maxBytes + " bytes: send it in parts."));
    }
}
