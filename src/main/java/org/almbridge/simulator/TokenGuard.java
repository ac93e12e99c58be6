package org.almbridge.simulator;

import java.util.Optional;

/** Refuses calls without an accepted token. */
final class TokenGuard implements Guard {

    private final Callers callers;
    private final Errors errors;

    TokenGuard(Callers callers, Errors errors) {
        this.callers = callers;
        this.errors = errors;
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        return callers.of(call).isPresent() ? Optional.empty() : Optional.of(errors.unauthorised());
    }
}
