package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.almbridge.call.AlmCalls;
import org.almbridge.directory.Evidence;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.ManagerStanding;
import org.almbridge.manager.Manager;
import org.almbridge.manager.ManagerDirectory;
import org.almbridge.manager.ManagerFinding;
import org.almbridge.manager.ManagerProblem;
import org.apache.camel.Exchange;

/** Finds ALM's id of the manager whom a row names; a manager whom the ledger does not know must be an active user of ALM. */
@Singleton
@Named("resolveManager")
class ManagerResolver extends SharedAnswerStep<ManagerFinding> {

    private final ManagerDirectory managers;

    ManagerResolver(ManagerDirectory managers, AlmCalls calls, Clock clock) {
        super(AlmCall.FIND_MANAGER, calls, clock);
        this.managers = managers;
    }

    @Override
    CompletableFuture<ManagerFinding> ask(Exchange exchange) {
        LearnerInFlight learner = InFlight.learner(exchange);
        ManagerStanding standing = learner.manager();
        return standing != null && standing.almUserId() != null
                ? CompletableFuture.completedFuture(ManagerFinding.active(standing.almUserId()))
                : managers.find(Manager.of(learner.learner()));
    }

    @Override
    void take(Exchange exchange, ManagerFinding finding) throws AlmAnswerException {
        if (!finding.isActive()) {
            Evidence evidence = finding.evidence();
            throw new AlmAnswerException(
                    FailureClass.REJECTED,
                    evidence.status(),
                    evidence.requestId(),
                    ManagerProblem.text(InFlight.learner(exchange).manager(), finding.state()) + ". ALM's answer: "
                            + evidence.body());
        }
        InFlight.managerId(exchange, finding.almUserId());
    }
}
