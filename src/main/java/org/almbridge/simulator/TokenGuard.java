package org.almbridge.simulator;

import java.util.Optional;
import java.util.function.Supplier;

/** Refuses calls without an accepted token; ALM takes both of its schemes. */
final class TokenGuard implements Guard {

    private final Supplier<SimulatorSettings> settings;
    private final Errors errors;

    TokenGuard(Supplier<SimulatorSettings> settings, Errors errors) {
        this.settings = settings;
        this.errors = errors;
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        boolean accepted = call.header("authorization").filter(this::accepts).isPresent();
        return accepted ? Optional.empty() : Optional.of(errors.unauthorised());
    }

    private boolean accepts(String authorization) {
        String[] parts = authorization.trim().split(" +", 2);
        boolean knownScheme = parts[0].equalsIgnoreCase("oauth") || parts[0].equalsIgnoreCase("bearer");
        return knownScheme && parts.length == 2 && settings.get().accessTokens().contains(parts[1]);
    }
}
