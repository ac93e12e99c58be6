package org.almbridge.gate;

import jakarta.inject.Singleton;
import org.almbridge.ledger.Admission;

/**
 * Keeps who would only wait for a permit in the ledger. Nobody new takes the last places: they are for created learners
 * who come back.
 */
@Singleton
class LearnersUnderWay implements Admission {

    private static final int LAST_PLACES = 16;

    private final Gate gate;

    LearnersUnderWay(Gate gate) {
        this.gate = gate;
    }

    @Override
    public int underWay(int most) {
        return gate.learners(most);
    }

    @Override
    public int fresh(int most) {
        return gate.isPaced() ? Math.max(0, most - LAST_PLACES) : most;
    }
}
