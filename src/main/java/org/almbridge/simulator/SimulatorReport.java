package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * Shows from ALM's side what a client did and what it cost, so that nobody has to believe the client.
 *
 * @param callsByKind calls of ALM's API by what they ask for, every kind listed
 * @param callsByStatus the same calls by HTTP status; 0 got no answer
 * @param users users that exist
 * @param enrolments enrolments that exist
 * @param usersWithoutEnrolment users with no enrolment at all
 * @param duplicateCreates creates for an e-mail that already had a user
 * @param repeatedEnrolments enrolments that already existed when asked for
 * @param timingErrors enrolments refused only because the user was not indexed yet, each a wasted call
 * @param wastedCallsPerEnrolment timing errors for each enrolment that exists
 * @param lagMeanMs mean time from create to index, as drawn
 * @param createToEnrolled time from a user's create to its first enrolment
 * @param excess time from a user's index to its first enrolment: what a perfect client would save
 * @param tokens what the client asked of the token endpoints
 * @param rateLimits use of the rate limits by HTTP method; a method without a limit so far is absent
 */
@RegisterForReflection
public record SimulatorReport(
        Map<String, Long> callsByKind,
        Map<Integer, Long> callsByStatus,
        long users,
        long enrolments,
        long usersWithoutEnrolment,
        long duplicateCreates,
        long repeatedEnrolments,
        long timingErrors,
        double wastedCallsPerEnrolment,
        double lagMeanMs,
        Spread createToEnrolled,
        Spread excess,
        TokenUse tokens,
        Map<String, RateLimitUse> rateLimits) {}
