package org.almbridge.ledger;

import static org.almbridge.learner.FailureClass.INDEXING_LAG;
import static org.almbridge.learner.FailureClass.REJECTED;
import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.almbridge.TestConfig;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Escalation;
import org.almbridge.learner.Learner;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueDeliveriesTest extends LedgerTest {

    private static final int ALL = 100;

    @BeforeEach
    void escalateAnn() {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY));
        ledger.claim();
        ledger.created("ann", "4711");
        ledger.escalated("ann", REJECTED, WELCOME);
    }

    @Test
    void tellsEveryEndpointEverythingAboutTheEscalation() {
        List<Delivery> deliveries = claim();

        assertThat(deliveries).extracting(Delivery::endpoint).containsExactly(0, 1);
        assertThat(deliveries).extracting(Delivery::tries).containsOnly(0);
        Escalation escalation = deliveries.get(0).escalation();
        assertThat(escalation.id()).isEqualTo(EscalationLedger.id("ann", REJECTED));
        assertThat(escalation.failureClass()).isEqualTo(REJECTED);
        assertThat(escalation.openedAt()).isEqualTo(ledger.clock().millis());
        assertThat(escalation.learner())
                .extracting(Learner::key, Learner::source, Learner::batch, Learner::rowNumber, Learner::almUserId)
                .containsExactly("ann", "hr-drop", "b1", 2, "4711");
        assertThat(escalation.learner().enrolments()).containsExactly(WELCOME);
        assertThat(escalation.learner().attempts()).extracting(Attempt::number).containsExactly(1);
    }

    @Test
    void tellsOfAllEnrolmentsOfTheClassAtOnce() {
        ledger.escalated("ann", REJECTED, SAFETY);

        assertThat(claim().get(0).escalation().learner().enrolments()).containsExactlyInAnyOrder(WELCOME, SAFETY);
    }

    @Test
    void givesADeliveryToNobodyElse() {
        claim();
        ledger.clock().advance(1_000_000_000);

        assertThat(claim()).isEmpty();
    }

    @Test
    void givesNoMoreThanAskedFor() {
        assertThat(due().claim(1)).hasSize(1);
        assertThat(due().claim(1)).hasSize(1);
        assertThat(due().claim(1)).isEmpty();
    }

    @Test
    void letsADeafEndpointHoldUpNoOther() {
        for (int i = 0; i < 14; i++) {
            ledger.accept("b2", person(i + 2, "p" + i, WELCOME));
            ledger.escalated("p" + i, REJECTED, null);
        }
        List<Delivery> first = claim();
        assertThat(first).hasSize(20);

        first.stream()
                .filter(delivery -> delivery.endpoint() == 1)
                .forEach(delivery -> takeBack(delivery, Exchanges.through()));

        assertThat(claim()).hasSize(5).extracting(Delivery::endpoint).containsOnly(1);
    }

    @Test
    void keepsAStateOfItsOwnForEveryEndpoint() {
        List<Delivery> deliveries = claim();

        takeBack(deliveries.get(0), Exchanges.through());
        takeBack(deliveries.get(1), Exchanges.failedWith(new IOException("deaf")));

        ledger.clock().advance(1_000_000_000);
        assertThat(claim()).singleElement().satisfies(delivery -> {
            assertThat(delivery.endpoint()).isEqualTo(1);
            assertThat(delivery.tries()).isEqualTo(1);
        });
        assertThat(ledger.count("SELECT count(*) FROM delivery WHERE delivered_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void triesADeafEndpointAgainWithGrowingDelay() {
        long[] delays = {2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000};
        takeBack(claim().get(1), Exchanges.through());
        Delivery delivery = new Delivery(escalation(), 0, 0, 1);
        for (long delay : delays) {
            takeBack(delivery, Exchanges.failedWith(new IOException("deaf")));

            ledger.clock().advance(delay - 1);
            assertThat(claim()).isEmpty();
            ledger.clock().advance(1);
            delivery = claim().get(0);
        }
        assertThat(delivery.tries()).isEqualTo(delays.length);
    }

    @Test
    void tellsAgainWhatChangedWhileItWasTold() {
        List<Delivery> deliveries = claim();
        ledger.clock().advance(10);

        ledger.escalated("ann", REJECTED, SAFETY);
        assertThat(claim()).isEmpty();
        deliveries.forEach(delivery -> takeBack(delivery, Exchanges.through()));

        assertThat(claim())
                .hasSize(2)
                .allSatisfy(
                        delivery -> assertThat(delivery.escalation().learner().enrolments())
                                .containsExactlyInAnyOrder(WELCOME, SAFETY));
    }

    @Test
    void tellsAgainWhenTheLearnerIsEscalatedAgain() {
        claim().forEach(delivery -> takeBack(delivery, Exchanges.through()));
        assertThat(claim()).isEmpty();

        ledger.escalated("ann", REJECTED, SAFETY);

        assertThat(claim()).hasSize(2);
    }

    @Test
    void doesNotRepeatOneClassForAnother() {
        claim().forEach(delivery -> takeBack(delivery, Exchanges.through()));

        ledger.escalated("ann", INDEXING_LAG, SAFETY);

        assertThat(claim())
                .hasSize(2)
                .extracting(delivery -> delivery.escalation().failureClass())
                .containsOnly(INDEXING_LAG);
    }

    @Test
    void keepsWhatARemovedEndpointWasNotTold() {
        assertThat(sorted(due("log:first").claim(ALL)))
                .extracting(Delivery::endpoint)
                .containsExactly(0);

        assertThat(sorted(due("log:first", "log:second").claim(ALL)))
                .extracting(Delivery::endpoint)
                .containsExactly(1);
    }

    @Test
    void tellsAgainWhatAnEarlierProcessHadInFlight() throws IOException {
        claim();

        ledger.restart();

        assertThat(claim()).hasSize(2);
    }

    @Test
    void doesNotTakeAStopForARefusal() throws IOException {
        takeBack(claim().get(0), Exchanges.failedWhileStopping(new IOException("cut short")));

        ledger.restart();

        assertThat(claim()).hasSize(2).extracting(Delivery::tries).containsOnly(0);
    }

    @Test
    void doesNotTellTwiceWhatAnEarlierProcessHadTold() throws IOException {
        claim().forEach(delivery -> takeBack(delivery, Exchanges.through()));

        ledger.restart();

        assertThat(claim()).isEmpty();
    }

    @Test
    void handsOutToARouteByAVariable() {
        Delivery delivery = claim().get(0);
        Exchange exchange = Exchanges.through();

        due().give(delivery, exchange);

        assertThat(exchange.getVariable("delivery")).isSameAs(delivery);
    }

    private Escalation escalation() {
        return new Escalation(EscalationLedger.id("ann", REJECTED), 0, REJECTED, null);
    }

    private List<Delivery> claim() {
        return sorted(due().claim(ALL));
    }

    private static List<Delivery> sorted(List<Delivery> deliveries) {
        return deliveries.stream()
                .sorted(Comparator.comparing(Delivery::endpoint))
                .toList();
    }

    private void takeBack(Delivery delivery, Exchange exchange) {
        due().takeBack(delivery, exchange);
        ledger.flush();
    }

    private DueDeliveries due(String... endpoints) {
        String[] uris = endpoints.length == 0 ? new String[] {"log:first", "log:second"} : endpoints;
        return new DueDeliveries(ledger.database(), ledger.config(), TestConfig.endpoints(uris), ledger.clock());
    }
}
