package org.almbridge.health;

import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Camel has not ended while the process goes on; that it stops in good order is no reason to kill it. */
@Singleton
@Liveness
class RoutesAlive extends PromptCheck {

    private final CamelContext context;

    RoutesAlive(CamelContext context) {
        super("routes");
        this.context = context;
    }

    @Override
    boolean isWell(HealthCheckResponseBuilder answer) {
        if (!context.isStopped()) {
            return true;
        }
        answer.withData("reason", "The routes have ended, but not the process: restart it");
        return false;
    }
}
