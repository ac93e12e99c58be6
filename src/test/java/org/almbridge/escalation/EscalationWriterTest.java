package org.almbridge.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almbridge.TestConfig;
import org.almbridge.learner.Escalation;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.SampleLearners;
import org.almbridge.ledger.Delivery;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class EscalationWriterTest {

    @Test
    void addressesTheEndpointOfTheDelivery() {
        Escalation escalation = new Escalation("e-1", 7, FailureClass.REJECTED, SampleLearners.learner(List.of()));
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("delivery", new Delivery(escalation, 1, 0, 1));

        new EscalationWriter(TestConfig.endpoints("file:people", "log:people")).process(exchange);

        assertThat(exchange.getVariable("endpoint")).isEqualTo("log:people");
        assertThat(exchange.getVariable("messageId")).isEqualTo("e-1-7");
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("e-1.json");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(exchange.getMessage().getBody()).isEqualTo(EscalationRecord.of(escalation));
    }
}
