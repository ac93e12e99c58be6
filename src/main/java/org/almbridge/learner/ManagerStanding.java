package org.almbridge.learner;

/**
 * What the ledger knows of the manager whom a learner's row names by e-mail address.
 *
 * @param almUserId ALM's id of the manager, {@code null} when the ledger has none
 * @param doubt     why it has none, {@code null} when it has one
 */
public record ManagerStanding(String almUserId, Doubt doubt) {

    /** Why it would be of no use to wait for the manager any longer. */
    public enum Doubt {
        /** No row has brought the manager. */
        NOT_HERE,
        /** The manager's own first day is too far away. */
        STARTS_LATER,
        /** The manager was escalated, and nobody has put that right. */
        NOT_CREATED,
        /** The manager waits for the learner in turn. */
        CIRCULAR
    }

    public static ManagerStanding known(String almUserId) {
        return new ManagerStanding(almUserId, null);
    }

    public static ManagerStanding unknown(Doubt doubt) {
        return new ManagerStanding(null, doubt);
    }
}
