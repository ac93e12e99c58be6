package org.almbridge.token;

import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger.Level;

/** What may be wrong with access tokens, and the remedy. */
enum TokenTrouble {
    ALM_FAILS(
            Level.WARN,
            "ALM does not answer a request for an access token (%s). Nothing is to be done unless it lasts while ALM is"
                    + " up; then check bridge.alm.base-url and the way to it"),
    REFRESH_REFUSED(
            Level.ERROR,
            "ALM gives no access token (%s). Check bridge.alm.oauth.client-id, bridge.alm.oauth.client-secret and"
                    + " bridge.alm.oauth.refresh-token, set what is wrong and restart"),
    NEW_TOKEN_REFUSED(
            Level.ERROR,
            "ALM refuses the access token that it has just given (%s). Check in ALM that the application of"
                    + " bridge.alm.oauth.client-id is approved and that the user who gave"
                    + " bridge.alm.oauth.refresh-token is an active administrator"),
    READY_TOKEN_REFUSED(
            Level.ERROR,
            "ALM refuses the access token (%s). Set a valid bridge.alm.access-token and restart; or set"
                    + " bridge.alm.oauth.client-id, bridge.alm.oauth.client-secret and bridge.alm.oauth.refresh-token,"
                    + " and tokens renew themselves");

    private final Level level;
    private final String text;

    TokenTrouble(Level level, String text) {
        this.level = level;
        this.text = text;
    }

    /** Of a request for a token that has failed. */
    static TokenTrouble of(Throwable failure) {
        return cause(failure) instanceof TokenRefusedException ? REFRESH_REFUSED : ALM_FAILS;
    }

    /** What ALM answered, or the kind of error; never the message of an unknown one, which may quote an answer. */
    static String evidence(Throwable failure) {
        Throwable cause = cause(failure);
        boolean ours = cause instanceof TokenRefusedException || cause instanceof TokenUnavailableException;
        return ours ? cause.getMessage() : cause.getClass().getSimpleName();
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    Level level() {
        return level;
    }

    String text(String evidence) {
        return text.formatted(evidence);
    }
}
