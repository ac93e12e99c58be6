package org.almbridge.simulator;

import java.util.Optional;
import java.util.function.Supplier;

/** Tells who calls by the token, which ALM takes under both of its schemes. */
final class Callers {

    private final Supplier<SimulatorSettings> settings;

    Callers(Supplier<SimulatorSettings> settings) {
        this.settings = settings;
    }

    /** A name for the caller; empty if the token is missing or not accepted. */
    Optional<String> of(Call call) {
        return call.header("authorization").flatMap(Callers::token).filter(this::accepts);
    }

    private boolean accepts(String token) {
        return settings.get().accessTokens().contains(token);
    }

    private static Optional<String> token(String authorization) {
        String[] parts = authorization.trim().split(" +", 2);
        boolean knownScheme = parts[0].equalsIgnoreCase("oauth") || parts[0].equalsIgnoreCase("bearer");
        return knownScheme && parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    }
}
