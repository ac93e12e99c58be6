package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.almbridge.alm.SharedLookUp.Question;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.AlmCall;
import org.almbridge.manager.Manager;
import org.almbridge.manager.ManagerFinding;
import org.almbridge.manager.ManagerSource;

/** Asks for managers by the route alm-find-manager; learners who are not created yet wait for the answer. */
@Singleton
class AlmManagers implements ManagerSource {

    private final SharedLookUp lookUp;
    private final AlmCalls calls;

    AlmManagers(SharedLookUp lookUp, AlmCalls calls) {
        this.lookUp = lookUp;
        this.calls = calls;
    }

    @Override
    public CompletableFuture<ManagerFinding> ask(Manager manager) {
        return lookUp.ask(new Question<>(
                "direct:alm-find-manager",
                AlmCall.FIND_MANAGER,
                calls.starting(),
                exchange -> ManagerVariables.manager(exchange, manager),
                ManagerVariables::finding));
    }
}
