package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Shows one user to tests and operators with the times that ALM itself keeps to itself.
 *
 * @param indexedAt when the enrolment service sees the user; null while the index is frozen or a script decides
 * @param createCalls creates received for this e-mail, failed ones included
 * @param enrolCalls enrolments received for this user, failed ones included
 */
@RegisterForReflection
public record UserView(
        String id,
        String email,
        String name,
        String state,
        long createdAt,
        Long indexedAt,
        List<EnrolmentView> enrolments,
        long createCalls,
        long enrolCalls) {

    /** Shows one enrolment and since when it exists. */
    @RegisterForReflection
    public record EnrolmentView(String id, long enrolledAt) {}

    static UserView of(SimulatedUser user, World world) {
        var indexedAt = world.index().indexedAt(user);
        return new UserView(
                user.id(),
                user.email(),
                user.profile().name(),
                user.state(),
                user.createdAt(),
                indexedAt.isPresent() ? indexedAt.getAsLong() : null,
                user.enrolments().stream()
                        .map(enrolment -> new EnrolmentView(enrolment.id(), enrolment.enrolledAt()))
                        .toList(),
                world.tally().of(CallKind.CREATE_USER, user),
                world.tally().of(CallKind.ENROL_USER, user));
    }
}
