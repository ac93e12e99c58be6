package org.almbridge.simulator;

import java.util.List;
import java.util.Optional;

/** Answers a call as ALM would: first every guard may refuse it, then the service it is meant for works on it. */
final class AlmApi {

    private final World world;
    private final Errors errors;
    private final RateGuard rates;
    private final List<Guard> guards;
    private final TokensApi tokens;
    private final UsersApi users;
    private final EnrolmentsApi enrolments;
    private final LearningObjectsApi learningObjects;

    AlmApi(World world) {
        this.world = world;
        this.errors = new Errors(world::settings);
        Callers callers = new Callers(world);
        this.rates = new RateGuard(world, callers, errors);
        this.guards = List.of(
                new TokenGuard(callers, errors),
                rates,
                new MediaTypeGuard(world::settings, errors),
                new RandomFaults(world::settings, world.chance(), errors),
                new ScriptedFaults(world.scripts(), errors));
        this.tokens = new TokensApi(world, errors);
        this.users = new UsersApi(world, errors);
        this.enrolments = new EnrolmentsApi(world, errors);
        this.learningObjects = new LearningObjectsApi(world, errors);
    }

    Answer answer(Call call) {
        if (call.isUnder(TokensApi.ROOT)) {
            return tokens.answer(call);
        }
        if (!call.isUnder("primeapi")) {
            return errors.plain(404);
        }
        learnerOf(call).ifPresent(call::concerns);
        return rates.announce(call, guarded(call));
    }

    private Answer guarded(Call call) {
        return guards.stream()
                .map(guard -> guard.refusal(call))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> dispatch(call));
    }

    private Answer dispatch(Call call) {
        return switch (call.kind()) {
            case CREATE_USER -> users.create(call);
            case FIND_USER -> users.find(call);
            case GET_USER -> users.get(call);
            case ENROL_USER -> enrolments.enrol(call);
            case FIND_ENROLMENT -> enrolments.find(call);
            case READ_LEARNING_OBJECT -> learningObjects.read(call);
            case REFRESH_TOKEN, CHECK_TOKEN, OTHER -> errors.plain(404);
        };
    }

    /** Told before any guard, so that refused calls, too, show up under their learner. */
    private Optional<String> learnerOf(Call call) {
        return switch (call.kind()) {
            case CREATE_USER ->
                Optional.ofNullable(call.document().at("/data/attributes/email").textValue())
                        .map(String::trim);
            case FIND_USER ->
                call.param("ids")
                        .filter(ids -> ids.startsWith("email:") && !ids.contains(","))
                        .map(ids -> ids.substring("email:".length()));
            case GET_USER, ENROL_USER, FIND_ENROLMENT ->
                world.population().byId(call.segment(3)).map(SimulatedUser::email);
            default -> Optional.empty();
        };
    }
}
