package org.almbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.almbridge.SteppedClock;
import org.junit.jupiter.api.Test;

/** What is not of one kind of question; the rest is shown by the courses. */
class DirectoryTest {

    private static final int MORE_THAN_ARE_KEPT = 10_002;

    private final List<Integer> asked = new ArrayList<>();
    private final CompletableFuture<String> unanswered = new CompletableFuture<>();
    private final Directory<Integer, String> directory =
            new Directory<>(this::ask, answer -> 1_000, new SteppedClock());

    private CompletableFuture<String> ask(Integer question) {
        asked.add(question);
        return question == 0 ? unanswered : CompletableFuture.completedFuture("answer " + question);
    }

    @Test
    void forgetsYoungAnswersRatherThanKeepingThemWithoutEnd() {
        for (int question = 1; question < MORE_THAN_ARE_KEPT; question++) {
            assertThat(directory.find(question)).isCompletedWithValue("answer " + question);
        }
        asked.clear();

        directory.find(1);

        assertThat(asked).containsExactly(1);
    }

    @Test
    void keepsWhatSomebodyWaitsFor() {
        CompletableFuture<String> first = directory.find(0);
        for (int question = 1; question <= MORE_THAN_ARE_KEPT; question++) {
            directory.find(question);
        }
        asked.clear();

        assertThat(directory.find(0)).isSameAs(first);
        assertThat(asked).isEmpty();
    }
}
