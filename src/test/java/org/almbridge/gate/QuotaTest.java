package org.almbridge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.almbridge.simulator.RateLimitJudge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {

    private static final int CALLS = 2_000;

    private enum What {
        REACH_ALM,
        END
    }

    private record Event(long at, What what, Passage passage) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));

    /** The way to ALM takes up to jitter, and so does the way back; now and then nobody calls for a while. */
    @ParameterizedTest(name = "{0}/min, burst {1}, jitter {2} ms, seed {3}")
    @CsvSource({
        "1200, 20, 240, 1",
        "1200, 20, 20, 2",
        "600, 10, 240, 3",
        "30, 10, 5000, 4",
        "30, 0, 900, 5",
        "5, 2, 6000, 6",
        "60000, 100, 20, 7",
        "7, 1, 3000, 8"
    })
    void neverCallsTooSoon(int perMinute, int burst, int jitter, long seed) {
        Random random = new Random(seed);
        RateLimitJudge alm = new RateLimitJudge(perMinute, burst);
        long now = 1_700_000_000_000L;
        Quota quota = new Quota(new Limit(perMinute, burst), 0, now);
        for (int call = 0; call < CALLS; call++) {
            now += random.nextInt(100) == 0 ? random.nextInt(120_000_000 / perMinute) : 0;
            catchUp(alm, quota, now);
            for (long wait = quota.waitMs(now); wait > 0; wait = quota.waitMs(now)) {
                now = events.isEmpty()
                        ? now + wait
                        : Math.max(now, Math.min(now + wait, events.peek().at()));
                catchUp(alm, quota, now);
            }
            Passage passage = new Passage(null, null, null);
            passage.passed(now);
            quota.take(passage);
            long reached = now + random.nextInt(jitter);
            events.add(new Event(reached, What.REACH_ALM, passage));
            events.add(new Event(reached + 1 + random.nextInt(jitter), What.END, passage));
        }
        catchUp(alm, quota, Long.MAX_VALUE);

        assertThat(alm.use().throttled()).isZero();
    }

    private void catchUp(RateLimitJudge alm, Quota quota, long now) {
        while (!events.isEmpty() && events.peek().at() <= now) {
            Event event = events.poll();
            if (event.what() == What.REACH_ALM) {
                alm.call(event.at());
            } else {
                quota.ended(event.passage(), event.at());
            }
        }
    }
}
