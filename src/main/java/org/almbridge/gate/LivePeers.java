package org.almbridge.gate;

import jakarta.inject.Singleton;
import org.almbridge.ledger.Nodes;

/** The bridges that the ledger has heard of lately. */
@Singleton
class LivePeers implements Peers {

    private final Nodes nodes;

    LivePeers(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public int count() {
        return Math.max(1, nodes.alive());
    }
}
