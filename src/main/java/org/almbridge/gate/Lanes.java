package org.almbridge.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;

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

    /** {@code null} when nobody waits to start. */
    Passage firstToStart() {
        return starting.peek();
    }

    int finishing(int most) {
        return Math.min(most, finishing.size());
    }

    /** Those who may start because that many calls may be brought along; no more than {@code most}. */
    int starting(int most, ToIntFunction<Call> charge, int calls) {
        int count = 0;
        int left = calls;
        for (Iterator<Passage> next = starting.iterator(); count < most && next.hasNext(); count++) {
            left -= charge.applyAsInt(next.next().call());
            if (left < 0) {
                break;
            }
        }
        return count;
    }

    /** Calls that the first of those who start will bring along: no more than that many, unless already the first does. */
    int charges(int most, ToIntFunction<Call> charge) {
        int sum = 0;
        for (Passage passage : starting) {
            int next = sum + charge.applyAsInt(passage.call());
            if (sum > 0 && next > most) {
                break;
            }
            sum = next;
        }
        return sum;
    }

    List<Passage> removeAll() {
        List<Passage> all = new ArrayList<>(finishing);
        all.addAll(starting);
        finishing.clear();
        starting.clear();
        return all;
    }
}
