package org.almbridge.directory;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Remembers answers of ALM for a while, so that one call serves many learners: those who ask while it is under way wait
 * for it. A failure is not remembered.
 *
 * @param <Q> the question, with an equality
 * @param <A> the answer
 */
public final class Directory<Q, A> {

    /** Rows may name anything, so more answers than this are not kept. */
    private static final int MAX_ANSWERS = 10_000;

    private static final class Entry<A> {
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        private final AtomicBoolean asked = new AtomicBoolean();
        private volatile long expiresAt = Long.MAX_VALUE;

        boolean isOver(long now) {
            return now >= expiresAt;
        }
    }

    private final Function<Q, CompletableFuture<A>> source;
    private final ToLongFunction<A> keepMs;
    private final Clock clock;
    private final Map<Q, Entry<A>> entries = new ConcurrentHashMap<>();

    /**
     * @param source asks ALM, on another thread; its future fails when ALM did not say
     * @param keepMs milliseconds for which an answer is believed
     */
    public Directory(Function<Q, CompletableFuture<A>> source, ToLongFunction<A> keepMs, Clock clock) {
        this.source = source;
        this.keepMs = keepMs;
        this.clock = clock;
    }

    /** The future completes on the thread that has the answer: continue elsewhere. */
    public CompletableFuture<A> find(Q question) {
        long now = clock.millis();
        Entry<A> entry =
                entries.compute(question, (key, known) -> known == null || known.isOver(now) ? new Entry<>() : known);
        if (entry.asked.compareAndSet(false, true)) {
            tidy(now);
            source.apply(question).whenComplete((answer, failure) -> settle(question, entry, answer, failure));
        }
        return entry.answer;
    }

    /** The last answer, also one that is believed no more; empty while there is none. */
    public Optional<A> last(Q question) {
        return Optional.ofNullable(entries.get(question))
                .map(entry -> entry.answer)
                .filter(answer -> answer.isDone() && !answer.isCompletedExceptionally())
                .map(CompletableFuture::join);
    }

    private void settle(Q question, Entry<A> entry, A answer, Throwable failure) {
        if (failure != null) {
            entries.remove(question, entry);
            entry.answer.completeExceptionally(failure);
        } else {
            entry.expiresAt = clock.millis() + keepMs.applyAsLong(answer);
            entry.answer.complete(answer);
        }
    }

    private void tidy(long now) {
        if (entries.size() > MAX_ANSWERS) {
            entries.values().removeIf(entry -> entry.isOver(now));
        }
        if (entries.size() > MAX_ANSWERS) { // all of them are young; those whom somebody waits for stay
            entries.values().removeIf(entry -> entry.answer.isDone());
        }
    }
}
