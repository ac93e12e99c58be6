package org.almbridge.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.directory.Evidence;
import org.junit.jupiter.api.Test;

class CourseDirectoryTest {

    private static final Course WELCOME = new Course("course:1", "course:1_10");
    private static final CourseFinding THERE = CourseFinding.available("course:1_10");
    private static final CourseFinding MISSING =
            CourseFinding.missing(CourseFinding.Part.INSTANCE, "gone", new Evidence(400, "gw-1", "{}"));

    private final SteppedClock clock = new SteppedClock();
    private final List<CompletableFuture<CourseFinding>> asked = new ArrayList<>();
    private final CourseDirectory courses = new CourseDirectory(
            this::ask, TestConfig.bridge("alm.course-cache-ms", "1000", "alm.missing-course-cache-ms", "100"), clock);

    private CompletableFuture<CourseFinding> ask(Course course) {
        asked.add(new CompletableFuture<>());
        return asked.get(asked.size() - 1);
    }

    @Test
    void asksOnceForAllWhoWait() {
        CompletableFuture<CourseFinding> first = courses.find(WELCOME);
        CompletableFuture<CourseFinding> second = courses.find(WELCOME);
        assertThat(asked).hasSize(1);
        assertThat(first).isNotDone();

        asked.get(0).complete(THERE);

        assertThat(first).isCompletedWithValue(THERE);
        assertThat(second).isCompletedWithValue(THERE);
    }

    @Test
    void asksForEveryCourse() {
        courses.find(WELCOME);
        courses.find(new Course("course:1", "course:1_11"));
        courses.find(new Course("course:1", null));

        assertThat(asked).hasSize(3);
    }

    @Test
    void remembersWhatIsThereForItsTime() {
        courses.find(WELCOME);
        clock.advance(5_000); // a call may be slow: the time runs from the answer
        asked.get(0).complete(THERE);

        clock.advance(999);
        assertThat(courses.find(WELCOME)).isCompletedWithValue(THERE);
        assertThat(asked).hasSize(1);

        clock.advance(1);
        assertThat(courses.find(WELCOME)).isNotDone();
        assertThat(asked).hasSize(2);
    }

    @Test
    void looksAgainSoonForWhatIsMissing() {
        courses.find(WELCOME);
        asked.get(0).complete(MISSING);

        clock.advance(99);
        assertThat(courses.find(WELCOME)).isCompletedWithValue(MISSING);

        clock.advance(1);
        CompletableFuture<CourseFinding> again = courses.find(WELCOME);
        asked.get(1).complete(THERE);
        assertThat(again).isCompletedWithValue(THERE);
    }

    @Test
    void tellsAFailureToAllWhoWaitAndForgetsIt() {
        CompletableFuture<CourseFinding> first = courses.find(WELCOME);
        CompletableFuture<CourseFinding> second = courses.find(WELCOME);

        asked.get(0).completeExceptionally(new IllegalStateException("down"));

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        CompletableFuture<CourseFinding> third = courses.find(WELCOME);
        asked.get(1).complete(THERE);
        assertThat(third).isCompletedWithValue(THERE);
    }

    @Test
    void asksOnceHoweverManyThreadsAsk() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        CompletableFuture<CourseFinding> answer = new CompletableFuture<>();
        CourseDirectory shared = new CourseDirectory(
                course -> {
                    calls.incrementAndGet();
                    return answer;
                },
                TestConfig.bridge(),
                clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<CompletableFuture<CourseFinding>>> waiting = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                waiting.add(threads.submit(() -> {
                    go.await();
                    return shared.find(WELCOME);
                }));
            }
            go.countDown();
            for (Future<CompletableFuture<CourseFinding>> one : waiting) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isNotDone();
            }
            answer.complete(THERE);
            for (Future<CompletableFuture<CourseFinding>> one : waiting) {
                assertThat(one.get()).isCompletedWithValue(THERE);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(calls).hasValue(1);
    }
}
