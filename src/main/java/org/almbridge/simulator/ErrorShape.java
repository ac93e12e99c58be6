package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Names the two error bodies that ALM is known to send, because published sources disagree on which one comes. */
@RegisterForReflection
public enum ErrorShape {
    /** {@code {"status","title","source":{"info"}}}, as the server's own samples show it. */
    DOCUMENTED,
    /** {@code {"meta":{"error","detail"}}}, as the Swagger model shows it. */
    META
}
