package org.almbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.almbridge.learner.RejectedRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueOutcomesTest extends LedgerTest {

    private DueOutcomes due;

    @Override
    String[] keysAndValues() {
        return new String[] {"outcomes.endpoint", "log:outcomes"};
    }

    @BeforeEach
    void prepare() {
        due = ledger.dueOutcomes();
    }

    @Test
    void handsOutInTheOrderOfWritingAndOneParcelAtATime() {
        reject(3, 1, 2);

        assertThat(rows(claim())).containsExactly(3, 1, 2);
        assertThat(due.maxInFlight()).isEqualTo(1);
    }

    @Test
    void handsOutSoManyAtMost() {
        reject(IntStream.rangeClosed(1, 501).toArray());
        OutcomeParcel parcel = claim();
        assertThat(parcel.outcomes()).hasSize(500);

        takenBack(parcel, 500, null);

        assertThat(rows(claim())).containsExactly(501);
    }

    @Test
    void removesWhatWasTakenAndKeepsTheRestInItsPlace() {
        reject(1, 2, 3);
        takenBack(claim(), 1, new IOException("deaf"));
        reject(4);

        assertThat(due.claim(1)).isEmpty();
        ledger.clock().advance(2_000);
        assertThat(rows(claim())).containsExactly(2, 3, 4);
    }

    @Test
    void triesADeafEndpointAgainWithGrowingDelay() {
        reject(1);
        for (long delay : new long[] {2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000}) {
            takenBack(claim(), 0, new IOException("deaf"));
            ledger.clock().advance(delay - 1);
            assertThat(due.claim(1)).isEmpty();
            ledger.clock().advance(1);
        }
        takenBack(claim(), 1, null);
        reject(2);

        takenBack(claim(), 0, new IOException("deaf"));
        ledger.clock().advance(2_000);
        assertThat(due.claim(1)).hasSize(1);
    }

    @Test
    void goesOnAtOnceAfterAStopThatCutItShort() {
        reject(1, 2);
        takenBack(claim(), 1, new RejectedExecutionException("stopping"));

        assertThat(rows(claim())).containsExactly(2);
    }

    @Test
    void handsOutAgainWhatAnEarlierProcessDidNotDeliver() throws IOException {
        reject(1, 2);
        OutcomeParcel parcel = claim();
        ledger.restart();

        assertThat(ledger.dueOutcomes().claim(1).get(0).outcomes()).isEqualTo(parcel.outcomes());
    }

    @Test
    void removesNoLaterOutcomeThatHasTheSameNumber() {
        reject(1);
        OutcomeParcel first = claim();
        takenBack(first, 1, null);
        reject(2);
        due.takeBack(first, Exchanges.through());
        ledger.flush();

        List<Outcome> left = claim().outcomes();
        assertThat(left).hasSize(1).doesNotContainAnyElementsOf(first.outcomes());
        // PostgreSQL counts on
        assertThat(left.get(0).number() == first.outcomes().get(0).number()).isEqualTo(store == Store.SQLITE);
    }

    private void reject(int... rows) {
        for (int row : rows) {
            ledger.reject("b1", new RejectedRow(row, List.of("name is missing")));
        }
    }

    private OutcomeParcel claim() {
        return due.claim(1).get(0);
    }

    private static List<Integer> rows(OutcomeParcel parcel) {
        return parcel.outcomes().stream()
                .map(outcome -> Integer.valueOf(outcome.document().replaceFirst(".*\"row\":(\\d+).*", "$1")))
                .toList();
    }

    private void takenBack(OutcomeParcel parcel, int taken, Exception failure) {
        for (int i = 0; i < taken; i++) {
            parcel.take();
        }
        due.takeBack(parcel, failure == null ? Exchanges.through() : Exchanges.failedWith(failure));
        ledger.flush();
    }
}
