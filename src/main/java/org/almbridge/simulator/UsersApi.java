package org.almbridge.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Plays ALM's user service: creates at once, and finds by id or e-mail. */
final class UsersApi {

    private static final int DEFAULT_PAGE = 10;
    private static final String BY_EMAIL = "email:";

    private final World world;
    private final Errors errors;
    private final CreateCheck check;

    UsersApi(World world, Errors errors) {
        this.world = world;
        this.errors = errors;
        this.check = new CreateCheck(errors);
    }

    Answer create(Call call) {
        return check.refusal(call.document()).orElseGet(() -> createChecked(call));
    }

    Answer find(Call call) {
        Stream<SimulatedUser> found = call.param("ids").map(this::byIds).orElseGet(this::firstPage);
        return Answer.ok(JsonApi.document(
                call.url(), JsonApi.array(found.filter(world.index()::shows).map(UserDocument::of))));
    }

    Answer get(Call call) {
        return world.population()
                .byId(call.segment(3))
                .filter(world.index()::shows)
                .map(user -> Answer.ok(JsonApi.document(call.url(), UserDocument.of(user))))
                .orElseGet(() -> errors.nothingAt(call));
    }

    private Answer createChecked(Call call) {
        UserProfile profile = UserProfile.of(call.document());
        Optional<SimulatedUser> existing = world.population().byEmail(profile.email());
        if (existing.isPresent()) {
            world.tally().duplicateCreate();
            return world.lostAnswers().afterCreate(existing.get(), refused(call, existing.get()));
        }
        SimulatedUser user = world.population().add(profile, world.now());
        AsynchronousCreate mode = world.settings().asynchronousCreate();
        if (mode != AsynchronousCreate.NONE) {
            user.createdAsynchronously();
        }
        world.index().add(user);
        return world.lostAnswers().afterCreate(user, created(call, user, mode));
    }

    private Answer refused(Call call, SimulatedUser existing) {
        return world.scripts().of(existing).withholdsId()
                ? withoutId(call, existing)
                : errors.badRequest(world.settings().duplicateText());
    }

    private Answer created(Call call, SimulatedUser user, AsynchronousCreate mode) {
        if (world.scripts().of(user).withholdsId()) {
            return withoutId(call, user);
        }
        return switch (mode) {
            case NONE -> Answer.ok(JsonApi.document(call.url(), UserDocument.of(user)));
            case WITHOUT_ID -> withoutId(call, user);
            case ACCEPTED -> Answer.jsonApi(202, null);
        };
    }

    private static Answer withoutId(Call call, SimulatedUser user) {
        ObjectNode data = UserDocument.of(user);
        data.remove("id");
        return Answer.ok(JsonApi.document(call.url(), data));
    }

    private Stream<SimulatedUser> byIds(String ids) {
        return Arrays.stream(ids.split(",")).map(String::trim).map(this::lookUp).flatMap(Optional::stream);
    }

    private Optional<SimulatedUser> lookUp(String id) {
        return id.startsWith(BY_EMAIL)
                ? world.population().byEmail(id.substring(BY_EMAIL.length()))
                : world.population().byId(id);
    }

    private Stream<SimulatedUser> firstPage() {
        return world.population().all().stream().limit(DEFAULT_PAGE);
    }
}
