package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.almbridge.SteppedClock;
import org.almbridge.intake.UnresolvedRuleException;
import org.almbridge.support.LogLines;
import org.apache.camel.CamelExchangeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaWatchTest {

    private final SteppedClock clock = new SteppedClock();
    private final LogLines log = new LogLines(KafkaWatch.class.getName());
    private final KafkaWatch watch = new KafkaWatch("topic", clock, List.of());

    @BeforeEach
    void begin() {
        log.start();
        watch.begins("kafka:9092");
    }

    @AfterEach
    void stopLog() {
        log.stop();
    }

    @Test
    void tellsASilentBrokerFromOneThatHasNothing() {
        watch.looked(1);
        clock.advance(14_999);
        watch.looked(1);
        assertThat(log.lines()).isEmpty();

        clock.advance(1);
        watch.looked(1);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("source topic: nothing is read, kafka:9092 does not");

        clock.advance(3_000);
        watch.looked(2);
        assertThat(log.lines()).hasSize(2).last().asString().contains("kafka:9092 answers again after 3 s");
    }

    @Test
    void looksOnWhileTheBrokerIsSilentAndTellsItOnce() {
        for (int second = 0; second < 120; second++) {
            clock.advance(1_000);
            watch.looked(0);
            assertThat(watch.rests()).isFalse();
        }

        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void countsWhatANewConsumerHearsFromItsBeginning() {
        watch.looked(100);
        clock.advance(16_000);
        watch.begins("kafka:9092");
        watch.looked(0);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void restsLongerAfterEachRefusal() {
        watch.failed(new SaslAuthenticationException("wrong password"));
        assertRests(1_000);
        watch.failed(new SaslAuthenticationException("wrong password"));
        assertRests(2_000);

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("kafka:9092 refuses the login (wrong password): check username");
    }

    @Test
    void takesARefusalForOverOnlyWhenLooksHavePassedForAWhile() {
        watch.failed(new TopicAuthorizationException("not authorized"));
        clock.advance(4_999);
        watch.looked(1);
        assertThat(log.lines()).hasSize(1);

        clock.advance(1);
        watch.looked(2);
        assertThat(log.lines()).last().asString().contains("answers again after 5 s");
        assertThat(watch.rests()).isFalse();
    }

    @Test
    void restsAndRewindsUntilRecordsAreTakenIn() {
        watch.looked(1);
        watch.notTakenIn(new CamelExchangeException("split", null, new UnresolvedRuleException("no default")));

        assertRests(1_000);
        assertThat(watch.mustRewind()).isTrue();
        watch.rewound();
        clock.advance(60_000);
        watch.looked(2);
        assertThat(log.lines()).hasSize(1);
        watch.takenIn();

        assertThat(watch.mustRewind()).isFalse();
        assertThat(log.lines().get(0)).contains("come again: Nobody is accepted for now", "no default");
        assertThat(log.lines().get(1)).contains("records are taken in again after 61 s");
    }

    @Test
    void repeatsNothingThatMayBeOfARecord() {
        watch.notTakenIn(new IllegalStateException(new IOException("ann@example.com")));

        assertThat(log.lines().get(0)).contains("(IOException)").doesNotContain("ann@");
    }

    private void assertRests(long ms) {
        assertThat(watch.rests()).isTrue();
        clock.advance(ms - 1);
        assertThat(watch.rests()).isTrue();
        clock.advance(1);
        assertThat(watch.rests()).isFalse();
    }
}
