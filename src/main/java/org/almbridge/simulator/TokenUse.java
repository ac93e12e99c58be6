package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Shows how often a client asked for access tokens.
 *
 * @param refreshes refreshes answered with a token, new or not
 * @param refusedRefreshes refreshes answered with an error
 * @param issued tokens that were new
 */
@RegisterForReflection
public record TokenUse(long refreshes, long refusedRefreshes, long issued) {}
