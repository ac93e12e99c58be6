package org.almbridge.ledger;

import java.util.List;

/** Outcomes on their way in their order, and how many of them the endpoint has taken; used by one thread at a time. */
public final class OutcomeParcel {

    private final List<Outcome> outcomes;
    private int taken;

    public OutcomeParcel(List<Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** The endpoint has taken one more. */
    public void take() {
        taken++;
    }

    List<Outcome> taken() {
        return outcomes.subList(0, taken);
    }

    boolean isTaken() {
        return taken == outcomes.size();
    }
}
