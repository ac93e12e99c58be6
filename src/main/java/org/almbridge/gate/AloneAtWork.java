package org.almbridge.gate;

import jakarta.inject.Singleton;

/** One bridge to a ledger. */
@Singleton
class AloneAtWork implements Peers {

    @Override
    public int count() {
        return 1;
    }
}
