package org.almbridge.api;

import java.util.List;
import java.util.stream.Collectors;
import org.almbridge.ledger.Hold;

/** Says why nobody is handed out. */
final class HoldText {

    private HoldText() {}

    static String of(List<Hold> holds) {
        return "Nobody is handed out, "
                + holds.stream()
                        .map(hold -> "since " + Times.text(hold.since()) + " because " + what(hold.reason()))
                        .collect(Collectors.joining("; and "))
                + ".";
    }

    /** The same of one reason. */
    static String of(Hold.Reason reason) {
        return Why.capitalised(what(reason)) + ".";
    }

    private static String what(Hold.Reason reason) {
        return switch (reason) {
            case TOKEN_REFUSED -> "ALM accepts no access token: renew the token or the refresh token";
            case SCOPE_MISSING ->
                "ALM forbids every call of one HTTP method: give the application the scopes"
                        + " admin:read,admin:write";
            case ALM_DOWN -> "most calls to ALM fail: one learner at a time asks whether that is over";
            case INDEX_STOPPED -> "ALM's index takes no new user up: one learner at a time asks whether that is over";
            case PAUSED -> "somebody has paused dispatch: POST /api/dispatch/resume lets it go on";
        };
    }
}
