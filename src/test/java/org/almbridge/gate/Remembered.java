package org.almbridge.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A memory that counts what it is given. */
final class Remembered implements LimitMemory {

    final Map<String, Limit> limits = new HashMap<>();
    int writes;

    @Override
    public Optional<Limit> limit(String verb) {
        return Optional.ofNullable(limits.get(verb));
    }

    @Override
    public void keep(String verb, Limit limit) {
        writes++;
        limits.put(verb, limit);
    }
}
