package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.intake.UnreadableInputException;
import org.almbridge.intake.UnresolvedRuleException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.util.ObjectHelper;
import org.jboss.logging.Logger;

/** Turns what ended an operation into an answer that says what its caller can do. */
@Singleton
@Named("answerProblem")
class ProblemStep implements Processor {

    private static final Logger LOG = Logger.getLogger(ProblemStep.class);

    static final int RETRY_SECONDS = 30;

    @Override
    public void process(Exchange exchange) {
        Answer.problem(exchange, problem(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
    }

    static Problem problem(Exception cause) {
        if (cause instanceof ProblemException e) {
            return e.problem();
        }
        if (cause instanceof UnreadableInputException) {
            return Problem.of(400, "The content cannot be read: " + cause.getMessage() + ".");
        }
        if (cause instanceof UnresolvedRuleException) {
            return Problem.passing(
                    503,
                    "Nobody is accepted for now, because it is not known which instance of a course a rule means; the"
                            + " bridge's log says more. Send the request again later.",
                    RETRY_SECONDS);
        }
        Optional<Problem> ofPlan = PlanProblem.of(cause);
        if (ofPlan.isPresent()) {
            return ofPlan.get();
        }
        if (cause instanceof DirectConsumerNotAvailableException || cause instanceof RejectedExecutionException) {
            return Problem.passing(503, "The bridge is stopping: send the request again later.", RETRY_SECONDS);
        }
        // messages may hold what was sent
        LOG.errorf("a request failed: %s", cause.getClass().getName());
        LOG.debug("a request failed", cause);
        return isOfTheLedger(cause)
                ? Problem.passing(
                        503,
                        "The ledger does not take it. Send the request again later, all of it; nobody is doubled.",
                        RETRY_SECONDS)
                : Problem.of(500, "The bridge failed at this request; its log says more.");
    }

    private static boolean isOfTheLedger(Exception cause) {
        return cause instanceof CompletionException || ObjectHelper.getException(SQLException.class, cause) != null;
    }
}
