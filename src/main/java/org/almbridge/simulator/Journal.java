package org.almbridge.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the latest calls, and only those, so that a long rehearsal does not fill the memory. */
final class Journal {

    static final int CAPACITY = 20_000;

    private final Deque<JournalEntry> entries = new ArrayDeque<>();

    void add(JournalEntry entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    List<JournalEntry> all() {
        return List.copyOf(entries);
    }

    List<JournalEntry> about(String email) {
        String key = Emails.key(email);
        return entries.stream()
                .filter(entry ->
                        entry.email() != null && Emails.key(entry.email()).equals(key))
                .toList();
    }

    void forget() {
        entries.clear();
    }
}
