package org.almbridge.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One look at everything, and what became of the messages that it led to. */
final class AlertRound {

    private record Page(AlertBook book, Map<AlertKey, Standing> before, Map<AlertKey, Standing> after) {}

    private final List<Page> pages = new ArrayList<>();

    /** @param before those of the book that are for this bridge to tell */
    void add(AlertBook book, Map<AlertKey, Standing> before, Map<AlertKey, Standing> after) {
        pages.add(new Page(book, before, new HashMap<>(after)));
    }

    /** One for every endpoint that has not taken the present message of an alert. */
    List<AlertMessage> messages() {
        return pages.stream()
                .flatMap(page -> page.after().values().stream())
                .flatMap(standing -> standing.owed().stream().map(endpoint -> new AlertMessage(standing, endpoint)))
                .toList();
    }

    /** Not from several threads at a time. */
    void taken(AlertMessage message) {
        for (Page page : pages) {
            page.after()
                    .computeIfPresent(message.standing().key(), (key, standing) -> standing.taken(message.endpoint()));
        }
    }

    /** Writes what has changed. */
    void keep() {
        for (Page page : pages) {
            page.after().values().stream()
                    .filter(standing -> !standing.equals(page.before().get(standing.key())))
                    .forEach(page.book()::put);
            page.before().keySet().stream()
                    .filter(key -> !page.after().containsKey(key))
                    .forEach(page.book()::remove);
        }
    }
}
