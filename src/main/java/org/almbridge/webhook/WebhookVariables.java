package org.almbridge.webhook;

/** The variables by which a route says what it sends, and where to. */
public final class WebhookVariables {

    /** Id of the message: the same however often it is sent, another for other news; without a dot. */
    public static final String MESSAGE_ID = "messageId";

    /** The Camel URI to send to. */
    public static final String ENDPOINT = "endpoint";

    private WebhookVariables() {}
}
