package org.almbridge.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;

/**
 * The headers by which Camel HTTP makes one call to ALM; whatever an earlier call left behind is gone, but for Camel's
 * count of redeliveries.
 */
public final class AlmRequest {

    private static final String MEDIA_TYPE = "application/vnd.api+json";

    private static final Set<String> KEPT = Set.of(Exchange.REDELIVERY_COUNTER, Exchange.REDELIVERED);

    private AlmRequest() {}

    public static void get(Exchange exchange, String path, String query) {
        call(exchange, HttpMethods.GET, path, query);
    }

    public static void post(Exchange exchange, String path, String query) {
        call(exchange, HttpMethods.POST, path, query);
    }

    public static void post(Exchange exchange, Object document) {
        call(exchange, HttpMethods.POST, null, null);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8");
        exchange.getMessage().setBody(document);
    }

    /** @param form names and encoded values */
    public static void postForm(Exchange exchange, String form) {
        call(exchange, HttpMethods.POST, null, null);
        exchange.getMessage().setHeader("Accept", "application/json");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        exchange.getMessage().setBody(form);
    }

    private static void call(Exchange exchange, HttpMethods method, String path, String query) {
        Message message = exchange.getMessage();
        message.getHeaders().keySet().retainAll(KEPT);
        message.setBody(null);
        // not as a text: Camel would search all its converters at each call for one that makes the method of it
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.HTTP_PATH, path);
        message.setHeader(Exchange.HTTP_QUERY, query);
        message.setHeader("Accept", MEDIA_TYPE);
    }

    /** The method of the call, as {@code POST}; {@code GET} when none is set, as Camel has it. */
    public static String method(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_METHOD, "GET").toString();
    }

    /** For ids, which contain colons, and for addresses, which may contain a plus. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
