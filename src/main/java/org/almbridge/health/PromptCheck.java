package org.almbridge.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * A check that answers at once, on the event loop: all workers may be waiting for a ledger that is away, and a bridge whose
 * liveness waits with them would be killed for it.
 */
abstract class PromptCheck implements AsyncHealthCheck {

    private final String name;

    PromptCheck(String name) {
        this.name = name;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(() -> {
            HealthCheckResponseBuilder answer = HealthCheckResponse.named(name);
            return answer.status(isWell(answer)).build();
        });
    }

    /** @param answer takes what a person should know, without personal data and without secrets: nobody is asked for a key */
    abstract boolean isWell(HealthCheckResponseBuilder answer);
}
