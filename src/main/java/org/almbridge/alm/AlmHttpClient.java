package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.util.TimeValue;

/**
 * Leaves every decision about an answer to the error handler: by itself the client would repeat writes and sleep on 429.
 */
@Singleton
@Named("almHttpClient")
class AlmHttpClient implements HttpClientConfigurer {

    /** Below the time after which gateways close an idle connection: a write on a closed one is of unknown outcome. */
    private static final int IDLE_SECONDS = 30;

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(IDLE_SECONDS))
                .setUserAgent("alm-bridge");
    }
}
