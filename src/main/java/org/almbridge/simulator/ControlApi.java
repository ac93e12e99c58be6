package org.almbridge.simulator;

import java.util.List;
import java.util.Map;

/** Lets tests and operators set up the simulator and look into it from outside, over the same port as ALM's API. */
final class ControlApi {

    static final String ROOT = "simulator";

    private final World world;

    ControlApi(World world) {
        this.world = world;
    }

    Answer answer(Call call) {
        try {
            return dispatch(call);
        } catch (IllegalArgumentException unfit) {
            return error(400, unfit.getMessage());
        }
    }

    private Answer dispatch(Call call) {
        return switch (request(call)) {
            case "GET simulator/settings" -> Answer.json(200, world.settings());
            case "PUT simulator/settings" -> changeSettings(call);
            case "PUT simulator/learners/*" -> script(call);
            case "PUT simulator/users/*" -> changeState(call);
            case "DELETE simulator" -> forget();
            case "POST simulator/tokens/revoke" -> revoke();
            case "GET simulator/report" -> Answer.json(200, new ReportWriter(world).report());
            case "GET simulator/users" -> Answer.json(200, users(call));
            case "GET simulator/calls" -> Answer.json(200, calls(call));
            default ->
                error(
                        404,
                        "The simulator has no " + call.method() + " "
                                + call.request().path() + ".");
        };
    }

    private static String request(Call call) {
        boolean aboutOne = call.method().equals("PUT") && call.path().size() == 3;
        return call.method() + " " + (aboutOne ? ROOT + "/" + call.segment(1) + "/*" : String.join("/", call.path()));
    }

    private Answer changeSettings(Call call) {
        world.change(world.settings().merge(Json.parse(call.body())));
        return Answer.json(200, world.settings());
    }

    private Answer script(Call call) {
        LearnerScript script = LearnerScript.fromJson(call.body());
        world.scripts().put(call.segment(2), script);
        return Answer.json(200, script);
    }

    private Answer changeState(Call call) {
        StateChange change = Json.convert(Json.parse(call.body()), StateChange.class);
        return world.population()
                .byEmail(call.segment(2))
                .map(user -> {
                    user.become(change.state());
                    return Answer.json(200, UserView.of(user, world));
                })
                .orElseGet(() -> error(404, "There is no user " + call.segment(2) + "."));
    }

    private Answer forget() {
        world.forget();
        return Answer.json(204, null);
    }

    private Answer revoke() {
        world.tokens().revoke();
        return Answer.json(204, null);
    }

    private List<UserView> users(Call call) {
        return call.param("email")
                .map(email -> world.population().byEmail(email).stream())
                .orElseGet(() -> world.population().all().stream())
                .map(user -> UserView.of(user, world))
                .toList();
    }

    private List<JournalEntry> calls(Call call) {
        return call.param("email").map(world.journal()::about).orElseGet(world.journal()::all);
    }

    private static Answer error(int status, String sentence) {
        return Answer.json(status, Map.of("error", sentence));
    }
}
