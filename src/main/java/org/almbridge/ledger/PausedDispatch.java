package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps everybody in the ledger while people have paused dispatch; who is under way goes on. */
@Singleton
class PausedDispatch implements Admission {

    private final Pauses pauses;

    PausedDispatch(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public int created(int most) {
        return admitted(most);
    }

    @Override
    public int fresh(int most) {
        return admitted(most);
    }

    private int admitted(int most) {
        return pauses.ofDispatch().isPresent() ? 0 : most;
    }

    @Override
    public Optional<Hold> hold() {
        return pauses.ofDispatch().map(pause -> new Hold(Hold.Reason.PAUSED, pause.since()));
    }
}
