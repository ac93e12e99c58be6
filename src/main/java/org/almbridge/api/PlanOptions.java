package org.almbridge.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.almbridge.BridgeConfig;
import org.almbridge.plan.PlanVariables;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads what a request for a plan says in its query, before anything of the request is taken. */
@Singleton
@Named("takePlanOptions")
class PlanOptions implements Processor {

    private static final String LOOK_UP = "lookUp";

    private final BridgeConfig.Plan config;

    PlanOptions(BridgeConfig config) {
        this.config = config.plan();
    }

    @Override
    public void process(Exchange exchange) throws ProblemException {
        List<String> given =
                ((HttpServerRequest) exchange.getMessage().getBody()).params().getAll(LOOK_UP);
        if (given.size() > 1 || !Set.of("true", "false").containsAll(given)) {
            throw new ProblemException(Problem.of(400, "lookUp is neither true nor false: give one of them, once."));
        }
        PlanVariables.lookUp(exchange, !given.contains("false"));
        PlanVariables.mostPeople(exchange, config.maxPeople());
    }
}
