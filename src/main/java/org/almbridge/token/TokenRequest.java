package org.almbridge.token;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.BridgeConfig;
import org.almbridge.call.AlmRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Asks ALM for an access token; the secrets are in the body and nowhere else. The call passes no gate: calls that hold
 * their turn wait for it, so behind them it would never have its own; and it is one call for all of them.
 */
@Singleton
@Named("requestToken")
class TokenRequest implements Processor {

    private final BridgeConfig config;
    private final RefreshToken refreshToken;

    TokenRequest(BridgeConfig config, RefreshToken refreshToken) {
        this.config = config;
        this.refreshToken = refreshToken;
    }

    @Override
    public void process(Exchange exchange) throws SQLException {
        BridgeConfig.Oauth oauth = config.alm().oauth();
        AlmRequest.postForm(
                exchange,
                "client_id=" + AlmRequest.encode(oauth.clientId().orElseThrow())
                        + "&client_secret="
                        + AlmRequest.encode(oauth.clientSecret().orElseThrow())
                        + "&refresh_token=" + AlmRequest.encode(refreshToken.current()));
    }
}
