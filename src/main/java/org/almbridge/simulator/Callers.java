package org.almbridge.simulator;

import java.util.Optional;

/** Tells who calls by the token, which ALM takes under both of its schemes. */
final class Callers {

    private static final String CLIENT = "the client's issued tokens";

    private final World world;

    Callers(World world) {
        this.world = world;
    }

    /** A name for the caller, the same for all tokens of a client; empty if the token is missing or not accepted. */
    Optional<String> of(Call call) {
        return call.header("authorization").flatMap(Callers::token).flatMap(this::owner);
    }

    private Optional<String> owner(String token) {
        if (world.settings().accessTokens().contains(token)) {
            return Optional.of(token);
        }
        return world.tokens().leftMs(token, world.now()).isPresent() ? Optional.of(CLIENT) : Optional.empty();
    }

    private static Optional<String> token(String authorization) {
        String[] parts = authorization.trim().split(" +", 2);
        boolean knownScheme = parts[0].equalsIgnoreCase("oauth") || parts[0].equalsIgnoreCase("bearer");
        return knownScheme && parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    }
}
