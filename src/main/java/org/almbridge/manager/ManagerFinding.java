package org.almbridge.manager;

import org.almbridge.directory.Evidence;

/**
 * What ALM says of a manager. A failed call is no finding: it says nothing of the manager.
 *
 * @param almUserId ALM's id, {@code null} when there is no user who can be a manager
 * @param state     the state of a user who is there and cannot be one, {@code null} without such a user
 * @param evidence  the answer that says so, {@code null} when there is an id
 */
public record ManagerFinding(String almUserId, String state, Evidence evidence) {

    public static ManagerFinding active(String almUserId) {
        return new ManagerFinding(almUserId, null, null);
    }

    public static ManagerFinding inactive(String state, Evidence evidence) {
        return new ManagerFinding(null, state, evidence);
    }

    public static ManagerFinding missing(Evidence evidence) {
        return new ManagerFinding(null, null, evidence);
    }

    public boolean isActive() {
        return almUserId != null;
    }
}
