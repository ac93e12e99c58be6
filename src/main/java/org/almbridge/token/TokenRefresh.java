package org.almbridge.token;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.BridgeConfig;
import org.almbridge.call.AlmCalls;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** Sends an exchange of its own through alm-refresh-token: the call is everybody's. */
@Singleton
class TokenRefresh implements TokenSource {

    private static final String ROUTE = "direct:alm-refresh-token";

    private final BridgeConfig config;
    private final CamelContext context;
    private final AlmCalls calls;

    TokenRefresh(BridgeConfig config, CamelContext context, AlmCalls calls) {
        this.config = config;
        this.context = context;
        this.calls = calls;
    }

    @Override
    public boolean isConfigured() {
        return config.alm().oauth().refreshToken().isPresent();
    }

    /** Starts on a thread of its own: Camel queues what one of its threads starts until that thread is free. */
    @Override
    public CompletableFuture<TokenGrant> ask() {
        CompletableFuture<TokenGrant> granted = new CompletableFuture<>();
        try {
            calls.finishing().execute(() -> send(granted));
        } catch (RejectedExecutionException e) {
            granted.completeExceptionally(e);
        }
        return granted;
    }

    private void send(CompletableFuture<TokenGrant> granted) {
        try {
            AsyncProducer route = context.getEndpoint(ROUTE).createAsyncProducer();
            Exchange exchange = route.getEndpoint().createExchange();
            route.process(exchange, doneSync -> settle(granted, exchange));
        } catch (Exception e) {
            granted.completeExceptionally(e);
        }
    }

    private void settle(CompletableFuture<TokenGrant> granted, Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure == null) {
            granted.complete(exchange.getMessage().getBody(TokenGrant.class));
        } else if (context.getStatus().isStopping()) {
            granted.completeExceptionally(new RejectedExecutionException("the bridge stops", failure));
        } else {
            granted.completeExceptionally(failure);
        }
    }
}
