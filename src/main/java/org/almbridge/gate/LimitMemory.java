package org.almbridge.gate;

import java.util.Optional;

/** Keeps what ALM has announced, so that a restart does not start blind. */
interface LimitMemory {

    Optional<Limit> limit(String verb);

    /** @param limit {@code null} when ALM announces none any more */
    void keep(String verb, Limit limit);
}
