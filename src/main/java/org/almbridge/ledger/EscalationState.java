package org.almbridge.ledger;

/** Which escalations a list shows. */
public enum EscalationState {
    /** Somebody still has to look at them. */
    OPEN("e.id IN (SELECT id FROM open_escalation)"),
    /** People have closed them without sending the work through again. */
    DISMISSED("e.dismissed_at IS NOT NULL"),
    /** These, and those whose work was sent through again. */
    ALL("1 = 1");

    private final String condition;

    EscalationState(String condition) {
        this.condition = condition;
    }

    /** Of the escalation {@code e}. */
    String condition() {
        return condition;
    }
}
