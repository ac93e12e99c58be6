package org.almbridge.api;

import org.almbridge.ledger.HeldPerson;

/** Says why a row waits with its batch, and for whom. */
final class HeldText {

    private HeldText() {}

    static String of(HeldPerson held) {
        String which = "Row %d waits with batch %s".formatted(held.rowNumber(), held.batch());
        if (held.approved()) {
            return which + ", which is approved: it goes on by itself soon.";
        }
        return held.heldBecause() == null
                ? which + ", which is still read and will be held."
                : which
                        + ", which is held: %s. Look at it, then approve it: POST /api/batches/%s/approve."
                                .formatted(held.heldBecause(), held.batch());
    }
}
