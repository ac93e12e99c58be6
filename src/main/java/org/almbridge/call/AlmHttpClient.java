package org.almbridge.call;

import io.quarkus.arc.All;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.almbridge.BridgeConfig;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Leaves every decision about an answer to the error handler: by itself the client would repeat writes and sleep on 429.
 */
@Singleton
@Named("almHttpClient")
class AlmHttpClient implements HttpClientConfigurer {

    /** Below the time after which gateways close an idle connection: a write on a closed one is of unknown outcome. */
    private static final int IDLE_SECONDS = 30;

    private final String api;
    private final List<AnswerListener> listeners;

    AlmHttpClient(BridgeConfig config, @All List<AnswerListener> listeners) {
        this.api = AlmAddress.api(config);
        this.listeners = listeners;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(IDLE_SECONDS))
                .setUserAgent("alm-bridge")
                .addResponseInterceptorLast(this::tell);
    }

    /** The client also serves endpoints of escalations and ALM's tokens, which say nothing of ALM's API. */
    private void tell(HttpResponse response, EntityDetails entity, HttpContext context) {
        HttpRequest request = HttpCoreContext.cast(context).getRequest();
        if (!address(request).startsWith(api)) {
            return;
        }
        AnswerHead answer = new AnswerHead(
                request.getMethod(),
                first(request, HttpHeaders.AUTHORIZATION),
                response.getCode(),
                name -> first(response, name));
        listeners.forEach(listener -> listener.answered(answer));
    }

    private static String address(HttpRequest request) {
        return request.getScheme() + "://" + request.getAuthority() + request.getPath();
    }

    private static String first(HttpMessage message, String name) {
        Header header = message.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
