package org.almbridge.manager;

import org.almbridge.learner.ManagerStanding;

/** Says why a learner is not created for the sake of the manager, and what to do; whom it is about stands in the row. */
public final class ManagerProblem {

    /** A file of the same name and content is the same batch, which opens nothing again. */
    private static final String SEND = ", then send the row in a new file under another name";

    private ManagerProblem() {}

    /**
     * @param standing what the ledger knows of a manager named by e-mail address, {@code null} for one named by id
     * @param state    in which ALM has the manager, {@code null} when it has not
     */
    public static String text(ManagerStanding standing, String state) {
        String column = standing == null ? "managerId" : "managerEmail";
        if (state != null) {
            return "ALM has the manager whom %s names in state %s: name an active manager, or have this one made active"
                            .formatted(column, state)
                    + SEND;
        }
        return standing == null
                ? "The manager whom managerId names is unknown to ALM: correct managerId, or create the manager first and"
                        + " give the new id" + SEND
                : ofEmail(standing.doubt());
    }

    private static String ofEmail(ManagerStanding.Doubt doubt) {
        return switch (doubt) {
            case NOT_HERE ->
                "The manager whom managerEmail names is unknown to ALM and to the bridge: create the manager first or"
                        + " correct managerEmail" + SEND;
            case STARTS_LATER ->
                "The manager whom managerEmail names is created on a later first day and not in ALM yet: name another"
                        + " manager until then, or wait for that day" + SEND;
            case NOT_CREATED ->
                "The manager whom managerEmail names was escalated and is not in ALM yet: act on that escalation or"
                        + " correct managerEmail" + SEND;
            case CIRCULAR ->
                "The manager whom managerEmail names waits for this person to be created, directly or through others, and"
                        + " is not in ALM yet: correct managerEmail in one of their rows" + SEND;
        };
    }
}
