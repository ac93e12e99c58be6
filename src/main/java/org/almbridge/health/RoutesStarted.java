package org.almbridge.health;

import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The start is over and the stop has not begun. */
@Singleton
@Startup
@Readiness
class RoutesStarted extends PromptCheck {

    private final CamelContext context;

    RoutesStarted(CamelContext context) {
        super("routes");
        this.context = context;
    }

    @Override
    boolean isWell(HealthCheckResponseBuilder answer) {
        if (context.isStarted()) {
            return true;
        }
        answer.withData(
                "reason",
                context.isStopping() || context.isStopped() ? "The bridge is stopping" : "The bridge is starting");
        return false;
    }
}
