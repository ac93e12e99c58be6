package org.almbridge.plan;

import java.time.Clock;
import java.util.function.Consumer;

/** Tells every few seconds how far a plan has come; thread-safe. */
final class Progress {

    /** Of who waits for an answer, and for nothing else. */
    static final Progress SILENT = new Progress(Clock.systemUTC(), line -> {});

    private static final long EVERY_MS = 5_000;

    private final Clock clock;
    private final Consumer<String> reader;
    private long people;
    private long toldAt;

    Progress(Clock clock, Consumer<String> reader) {
        this.clock = clock;
        this.reader = reader;
        this.toldAt = clock.millis();
    }

    /** One more person is planned. */
    synchronized void one() {
        people++;
        long now = clock.millis();
        if (now - toldAt >= EVERY_MS) {
            toldAt = now;
            reader.accept(people + " people planned");
        }
    }
}
