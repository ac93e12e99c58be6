package org.almbridge.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The headers by which Camel HTTP makes one call to ALM; whatever an earlier call left behind is gone, but for Camel's
 * count of redeliveries.
 */
public final class AlmRequest {

    private static final String MEDIA_TYPE = "application/vnd.api+json";

    private AlmRequest() {}

    public static void get(Exchange exchange, String path, String query) {
        call(exchange, "GET", path, query);
    }

    public static void post(Exchange exchange, String path, String query) {
        call(exchange, "POST", path, query);
    }

    public static void post(Exchange exchange, Object document) {
        call(exchange, "POST", null, null);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8");
        exchange.getMessage().setBody(document);
    }

    /** @param form names and encoded values */
    public static void postForm(Exchange exchange, String form) {
        call(exchange, "POST", null, null);
        exchange.getMessage().setHeader("Accept", "application/json");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        exchange.getMessage().setBody(form);
    }

    private static void call(Exchange exchange, String method, String path, String query) {
        Message message = exchange.getMessage();
        message.removeHeaders("*", Exchange.REDELIVERY_COUNTER, Exchange.REDELIVERED);
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.HTTP_PATH, path);
        message.setHeader(Exchange.HTTP_QUERY, query);
        message.setHeader("Accept", MEDIA_TYPE);
    }

    /** For ids, which contain colons, and for addresses, which may contain a plus. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
