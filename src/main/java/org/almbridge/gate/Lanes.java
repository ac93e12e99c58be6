package org.almbridge.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Who waits, in the order of arrival; what finishes goes before what starts. */
final class Lanes {

    private final Deque<Passage> finishing = new ArrayDeque<>();
    private final Deque<Passage> starting = new ArrayDeque<>();

    void add(Passage passage) {
        (passage.call().finishing() ? finishing : starting).add(passage);
    }

    /** {@code null} when nobody waits. */
    Passage peek() {
        return finishing.isEmpty() ? starting.peek() : finishing.peek();
    }

    void remove() {
        (finishing.isEmpty() ? starting : finishing).remove();
    }

    boolean isEmpty() {
        return finishing.isEmpty() && starting.isEmpty();
    }

    List<Passage> removeAll() {
        List<Passage> all = new ArrayList<>(finishing);
        all.addAll(starting);
        finishing.clear();
        starting.clear();
        return all;
    }
}
