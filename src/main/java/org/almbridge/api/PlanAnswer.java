package org.almbridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.plan.Plan;
import org.almbridge.plan.PlanDocument;
import org.almbridge.plan.PlanVariables;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers with the plan, also of content that breaks off: then with the plan of the rows before that place. */
@Singleton
@Named("answerPlan")
class PlanAnswer implements Processor {

    @Override
    public void process(Exchange exchange) throws ProblemException {
        Plan plan = PlanVariables.plan(exchange);
        if (plan.failure() != null && plan.rowsRead() == 0) {
            throw new ProblemException(Problem.of(400, "The content cannot be read: " + plan.failure() + "."));
        }
        ObjectNode answer = PlanDocument.of(plan);
        answer.put("refused", refusal(exchange, plan));
        Answer.json(exchange, 200, answer);
    }

    /** What a batch takes as far as it is good, {@code POST /api/users} takes as a whole or not at all. */
    private static String refusal(Exchange exchange, Plan plan) {
        boolean users = PlanContent.USERS.equals(exchange.getVariable(PushVariables.MEDIA_TYPE, String.class));
        boolean good = plan.failure() == null && plan.counts().rejected() == 0 && plan.rowsRead() > 0;
        return users && !good
                ? "POST /api/users takes all people of a request or nobody: it would refuse this one"
                : null;
    }
}
