package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.BridgeConfig;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Signs a call with the access token, at the last moment so that a retry carries the token of its own time. */
@Singleton
@Named("accessToken")
class AccessToken implements Processor {

    private final BridgeConfig config;

    AccessToken(BridgeConfig config) {
        this.config = config;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage()
                .setHeader(
                        "Authorization", "oauth " + config.alm().accessToken().orElseThrow());
    }
}
