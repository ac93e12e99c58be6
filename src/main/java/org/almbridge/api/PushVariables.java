package org.almbridge.api;

/** Names the variables of a request; routes/README.md lists them. */
final class PushVariables {

    /** The name of the caller's key. */
    static final String CALLER = "caller";

    /** The Content-Type without its parameters, in lower case; empty when there is none. */
    static final String MEDIA_TYPE = "mediaType";

    /** What the caller calls the request, {@code null} without. */
    static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** The id of the batch that the request becomes or asks for. */
    static final String BATCH_ID = "batchId";

    private PushVariables() {}
}
