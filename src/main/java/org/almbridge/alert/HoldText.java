package org.almbridge.alert;

import org.almbridge.ledger.Hold;

/** What people read of a reason for which learners are held back. */
record HoldText(Severity severity, String text, String advice) {

    static HoldText of(Hold.Reason reason) {
        return switch (reason) {
            case TOKEN_REFUSED ->
                new HoldText(
                        Severity.CRITICAL,
                        "ALM accepts no access token; nobody gets in.",
                        "Check bridge.alm.access-token, or the keys of bridge.alm.oauth, and restart. The log says what ALM"
                                + " has answered. Nobody is lost meanwhile.");
            case SCOPE_MISSING ->
                new HoldText(
                        Severity.CRITICAL,
                        "ALM forbids every call of one HTTP method (HTTP 403); nobody gets in.",
                        "Give the application in ALM the scopes admin:read,admin:write and make a new token; the log names"
                                + " the method. Who was escalated for it can be replayed.");
            case ALM_DOWN ->
                new HoldText(
                        Severity.CRITICAL,
                        "More than half of the last calls to ALM failed; one learner at a time asks whether that is over.",
                        "Look at ALM's status page and at the network. Nothing has to be done here: it goes on by itself.");
            case INDEX_STOPPED ->
                new HoldText(
                        Severity.WARNING,
                        "ALM's index takes nobody up; new users wait for their enrolments.",
                        "When it lasts, tell ALM's support. It goes on by itself, and nobody is escalated for it.");
            case PAUSED ->
                new HoldText(
                        Severity.WARNING,
                        "Dispatch is paused; nobody gets in.",
                        "Somebody paused it; GET /api/status says who and why. Resume it by POST /api/dispatch/resume when the"
                                + " reason is gone.");
        };
    }
}
