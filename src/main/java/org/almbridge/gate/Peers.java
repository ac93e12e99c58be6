package org.almbridge.gate;

/** The bridges that share a ledger and ALM's limit. */
public interface Peers {

    /** Bridges that are at work, this one included: at least 1. Asked often, so it must not block. */
    int count();
}
