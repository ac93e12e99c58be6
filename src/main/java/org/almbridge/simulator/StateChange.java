package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Asks for a user to be shown in another state, which ALM's own API cannot do.
 *
 * @param state such as {@code DELETED}
 */
@RegisterForReflection
public record StateChange(String state) {

    public StateChange {
        Json.require(state != null && !state.isBlank(), "state must be a text such as ACTIVE or DELETED.");
    }
}
