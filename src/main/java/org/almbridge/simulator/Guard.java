package org.almbridge.simulator;

import java.util.Optional;

/** Looks at a call before ALM would work on it, so that each reason to refuse stays a class of its own. */
interface Guard {

    /** The answer that ends the call here; empty lets it pass. */
    Optional<Answer> refusal(Call call);
}
