package org.almbridge.plan;

/**
 * What ALM says of a learner's e-mail address.
 *
 * @param almUserId ALM's id of the user with that address, {@code null} when there is none
 * @param state     in which ALM has the user, {@code null} with {@code almUserId}
 * @param active    whether the bridge would take that user for the learner
 */
public record UserFinding(String almUserId, String state, boolean active) {

    public static final UserFinding NONE = new UserFinding(null, null, false);

    boolean isThere() {
        return almUserId != null;
    }
}
