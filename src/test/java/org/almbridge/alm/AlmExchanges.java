package org.almbridge.alm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** Exchanges as the routes carry them. */
final class AlmExchanges {

    private static final CamelContext CONTEXT = initialised();
    private static final ObjectMapper JSON = new ObjectMapper();

    private AlmExchanges() {}

    /** Only then are the names of headers as indifferent to case as they are to HTTP. */
    private static CamelContext initialised() {
        CamelContext context = new DefaultCamelContext();
        context.init();
        return context;
    }

    /** @param enrolment {@code null} while the exchange is about the user */
    static Exchange of(LearnerInFlight learner, Enrolment enrolment) {
        Exchange exchange = new DefaultExchange(CONTEXT);
        exchange.setVariable("learner", learner);
        exchange.setVariable("enrolment", enrolment);
        return exchange;
    }

    /** An answer that the route has unmarshalled. */
    static void answer(Exchange exchange, String json) throws JsonProcessingException {
        answer(exchange, 200, null);
        exchange.getMessage().setBody(JSON.readTree(json));
    }

    /** An answer as it came. */
    static void answer(Exchange exchange, int status, String body) {
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.getMessage().setHeader("x-request-id", "gw-" + status);
        exchange.getMessage().setBody(body);
    }
}
