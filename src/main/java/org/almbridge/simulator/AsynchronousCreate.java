package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Names the possible answers of a large account to a create, because ALM only says that it works asynchronously. */
@RegisterForReflection
public enum AsynchronousCreate {
    /** The account is not one of those. */
    NONE,
    /** 200 with the user, but without its id. */
    WITHOUT_ID,
    /** 202 without a body. */
    ACCEPTED
}
