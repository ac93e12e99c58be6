package org.almbridge.escalation;

import org.almbridge.learner.FailureClass;

/** What a person should do about an escalation. */
public final class Advice {

    private Advice() {}

    public static String of(FailureClass failureClass) {
        return switch (failureClass) {
            case INDEXING_LAG ->
                "ALM kept saying that an object doesn't exist, although the course and its instance were there"
                        + " when ALM was asked for them. Most likely ALM's index was slow: check that neither was removed"
                        + " since, then replay.";
            case THROTTLED -> "ALM kept asking for fewer calls. Check the account's rate limit, then replay.";
            case UNAVAILABLE ->
                "ALM could not be reached for too long. Check that it is up and reachable, then replay.";
            case UNKNOWN_OUTCOME ->
                "ALM's answers were lost. Look the person up in ALM; if they are missing or not"
                        + " enrolled, replay: what is there is found and not repeated.";
            case UNAUTHORISED -> "ALM refused the access token. Renew it, then replay.";
            case DUPLICATE_USER ->
                "ALM says that it has a user with this e-mail address, and does not show that user. Look for"
                        + " the user in ALM, also for one being purged and for an external profile with this address,"
                        + " then replay.";
            case ALREADY_ENROLLED ->
                "ALM says that the learner is enrolled, and does not show the enrolment. Check the"
                        + " learner's enrolments in ALM.";
            case REJECTED ->
                "ALM refuses this as it is; the body of the last attempt says why. Correct the row, the rule"
                        + " or the account in ALM, then replay.";
            case UNRECOGNISED ->
                "ALM's answer is none the bridge knows. Read the body of the last attempt, act on it, then"
                        + " replay; tell the maintainers of the bridge, so that they can teach it.";
        };
    }
}
