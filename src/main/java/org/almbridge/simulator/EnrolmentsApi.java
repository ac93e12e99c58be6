package org.almbridge.simulator;

import java.util.Optional;

/** Plays ALM's enrolment service, which trusts the index: what that does not know does not exist. */
final class EnrolmentsApi {

    private static final String WAITLIST_FULL = "ERROR_ENROLLMENT_WAITLIST_FULL";

    private final World world;
    private final Errors errors;

    EnrolmentsApi(World world, Errors errors) {
        this.world = world;
        this.errors = errors;
    }

    Answer enrol(Call call) {
        String loId = call.param("loId").orElse("");
        String instanceId = call.param("loInstanceId").orElse("");
        Optional<SimulatedUser> user = world.population().byId(call.segment(3));
        LearningObject learningObject = world.settings().learningObjects().get(loId);
        if (user.isEmpty()
                || learningObject == null
                || !learningObject.instances().containsKey(instanceId)) {
            return errors.objectDoesNotExist();
        }
        return enrol(call, user.get(), loId, instanceId);
    }

    Answer find(Call call) {
        boolean byId = call.path().size() > 5;
        return world.population()
                .byId(call.segment(3))
                .filter(world.index()::shows)
                .flatMap(user -> byId ? one(call, user) : Optional.of(all(call, user)))
                .orElseGet(() -> byId ? errors.nothingAt(call) : errors.objectDoesNotExist());
    }

    private Answer enrol(Call call, SimulatedUser user, String loId, String instanceId) {
        ScriptProgress script = world.scripts().of(user);
        if (!world.index().sees(user)) {
            script.spendTimingError();
            world.tally().timingError();
            return errors.objectDoesNotExist();
        }
        if (script.script().rejectEnrolment()) {
            return errors.enrolmentRefused(WAITLIST_FULL, "The wait-list is full");
        }
        Answer answer = user.enrolment(Enrolment.idOf(instanceId, user.id()))
                .map(existing -> repeated(call, existing))
                .orElseGet(() -> document(call, user.enrol(loId, instanceId, world.now())));
        return world.lostAnswers().afterEnrol(user, answer);
    }

    private Answer repeated(Call call, Enrolment existing) {
        world.tally().repeatedEnrolment();
        return world.settings().repeatEnrolment() == RepeatEnrolment.ERROR
                ? errors.badRequest("User is already enrolled")
                : document(call, existing);
    }

    private Optional<Answer> one(Call call, SimulatedUser user) {
        return user.enrolment(call.segment(5)).filter(this::shows).map(enrolment -> document(call, enrolment));
    }

    private Answer all(Call call, SimulatedUser user) {
        return Answer.ok(JsonApi.document(
                call.url(),
                JsonApi.array(user.enrolments().stream().filter(this::shows).map(EnrolmentDocument::of))));
    }

    private boolean shows(Enrolment enrolment) {
        return enrolment.enrolledAt() + world.settings().enrolmentReadLagMs() <= world.now();
    }

    private static Answer document(Call call, Enrolment enrolment) {
        return Answer.ok(JsonApi.document(call.url(), EnrolmentDocument.of(enrolment)));
    }
}
