package org.almbridge.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.almbridge.BridgeConfig;
import org.almbridge.token.NoTokenException;
import org.almbridge.token.TokenCheck;

/** Whether ALM is where the configuration says, gives and accepts a token, and lets it read. */
final class AccessCheck {

    private static final String ADDRESS = "address";
    private static final String TOKEN = "token";
    private static final String READ = "read";

    private final BridgeConfig config;
    private final TokenCheck tokens;
    private final Calls calls;
    private final Report report;

    AccessCheck(BridgeConfig config, TokenCheck tokens, Calls calls, Report report) {
        this.config = config;
        this.tokens = tokens;
        this.calls = calls;
        this.report = report;
    }

    /** @return whether it makes sense to look further */
    boolean passes() throws InterruptedException {
        return isThere() && givesToken() && letsRead();
    }

    /** A wrong token does as well for the address, and shows what ALM says of one that has ended. */
    private boolean isThere() throws InterruptedException {
        Reply reply = calls.ask(Question.wrongToken());
        String url = config.alm().baseUrl().orElseThrow();
        if (!reply.isAnswer()) {
            report.fail(ADDRESS, url + ": " + reply.outcome(), remedy(reply.failure()));
            return false;
        }
        if (reply.is(401)) {
            report.ok(ADDRESS, url + " answers within " + Spell.text(reply.tookMs()));
        } else {
            report.warn(
                    ADDRESS,
                    url + " answers a wrong token with " + reply.outcome() + ", not with HTTP 401",
                    "Check bridge.alm.base-url. If it is ALM's, send the answer below to the maintainers.");
        }
        return true;
    }

    private static String remedy(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "The name is not known here. Check bridge.alm.base-url and the machine's DNS.";
        }
        if (failure instanceof SSLException) {
            return "The connection is not trusted. If a proxy opens TLS, put its certificate into the trust store of Java.";
        }
        return failure instanceof ConnectException
                ? "Nobody answers at the address. Check bridge.alm.base-url and the firewall."
                : "Check bridge.alm.base-url and the way to it.";
    }

    private boolean givesToken() {
        if (!tokens.renewsItself()) {
            report.warn(
                    TOKEN,
                    "a ready token, which ALM ends after seven days",
                    "For more than a trial give bridge.alm.oauth.client-id, client-secret and refresh-token.");
            return true;
        }
        TokenCheck.Renewal renewal = tokens.renew().join();
        if (renewal.problem() != null) {
            report.fail(TOKEN, renewal.problem() + ".");
            return false;
        }
        report.ok(TOKEN, "renews itself; the one given lasts " + Spell.text(renewal.lifetimeMs()));
        return true;
    }

    private boolean letsRead() throws InterruptedException {
        Reply reply = calls.ask(Question.listUsers());
        if (reply.isSuccess() && reply.document().path("data").isArray()) {
            report.ok(READ, "the token may read users (scope admin:read)" + account(reply));
            return true;
        }
        if (reply.is(401) || reply.failure() instanceof NoTokenException) {
            report.fail(TOKEN, tokens.refusal() + ".");
        } else if (reply.is(403)) {
            report.fail(
                    READ,
                    "GET users: " + reply.outcome(),
                    "The token lacks the scope admin:read, or its user is no administrator. Give the application the"
                            + " scopes admin:read,admin:write in ALM and get a new token.");
        } else {
            report.fail(
                    READ,
                    "GET users: " + reply.outcome() + (reply.isSuccess() ? ", and no list of users" : ""),
                    "Check bridge.alm.base-url. If it is ALM's, send the answer below to the maintainers.");
        }
        return false;
    }

    private String account(Reply reply) {
        JsonNode account = reply.document().at("/data/0/relationships/account/data/id");
        Optional<String> configured = config.alm().accountId();
        if (account.asText().isBlank()) {
            return "";
        }
        boolean other = configured.isPresent() && !configured.get().equals(account.asText());
        return "; account " + account.asText() + (other ? ", and not bridge.alm.account-id" : "");
    }
}
