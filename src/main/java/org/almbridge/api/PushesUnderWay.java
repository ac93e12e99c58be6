package org.almbridge.api;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the names of the batches that are being taken in at this moment. */
@Singleton
class PushesUnderWay {

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** False when another request is at it; else end it. */
    boolean begin(String name) {
        return names.add(name);
    }

    void end(String name) {
        names.remove(name);
    }
}
