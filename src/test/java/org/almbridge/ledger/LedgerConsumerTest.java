package org.almbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.almbridge.SteppedClock;
import org.almbridge.SteppedTimer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route answers later and on another thread, as one that sends to Kafka does. */
class LedgerConsumerTest {

    private final CamelContext context = new DefaultCamelContext();
    private final OneAtATime queue = new OneAtATime();
    private final List<AsyncCallback> underWay = new ArrayList<>();
    private LedgerConsumer<String> consumer;

    private final AsyncProcessor route = new AsyncProcessorSupport() {
        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            underWay.add(callback);
            return false;
        }
    };

    /** Marks nothing as claimed, so that no second piece may be asked for before the first one is back. */
    private final class OneAtATime implements LedgerQueue<String> {

        private Runnable onTakeBack = () -> {};
        private int claims;

        @Override
        public String name() {
            return "pieces";
        }

        @Override
        public int maxInFlight() {
            return 1;
        }

        @Override
        public List<String> claim(int max) {
            claims++;
            return List.of("piece");
        }

        @Override
        public void give(String piece, Exchange exchange) {}

        @Override
        public void takeBack(String piece, Exchange exchange) {
            onTakeBack.run();
        }
    }

    @BeforeEach
    void start() {
        LedgerEndpoint endpoint =
                new LedgerEndpoint("ledger:pieces", null, queue, new SteppedTimer(new SteppedClock()), 100);
        endpoint.setCamelContext(context);
        consumer = new LedgerConsumer<>(endpoint, route, queue);
        consumer.start();
    }

    @AfterEach
    void stop() {
        consumer.stop();
    }

    @Test
    void claimsNothingWhileAPieceIsUnderWay() {
        assertThat(consumer.poll()).isEqualTo(1);

        assertThat(consumer.poll()).isZero();
        assertThat(queue.claims).isEqualTo(1);
    }

    @Test
    void claimsNothingBeforeAPieceIsBack() {
        consumer.poll();
        queue.onTakeBack = consumer::poll;

        underWay.get(0).done(false);

        assertThat(queue.claims).isEqualTo(1);
        assertThat(consumer.poll()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAPieceThatCouldNotBeTakenBack() {
        consumer.poll();
        queue.onTakeBack = () -> {
            throw new IllegalStateException("no way back");
        };

        assertThatThrownBy(() -> underWay.get(0).done(false)).hasMessage("no way back");

        assertThat(consumer.poll()).isEqualTo(1);
    }
}
