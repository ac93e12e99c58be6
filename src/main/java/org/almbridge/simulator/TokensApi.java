package org.almbridge.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Plays ALM's OAuth endpoints as far as a client without a browser needs them: refresh and check. */
final class TokensApi {

    static final String ROOT = "oauth";

    private static final String REFRESH_TOKEN = "refresh_token";

    private final World world;
    private final Errors errors;

    TokensApi(World world, Errors errors) {
        this.world = world;
        this.errors = errors;
    }

    Answer answer(Call call) {
        if (!settings().offered()) {
            return errors.plain(404);
        }
        return switch (call.kind()) {
            case REFRESH_TOKEN -> counted(refresh(call));
            case CHECK_TOKEN ->
                Answer.json(200, check(call.param("access_token").orElse("")));
            default -> errors.plain(404);
        };
    }

    private Answer counted(Answer answer) {
        world.tokens().count(answer.status() == 200);
        return answer;
    }

    private Answer refresh(Call call) {
        Integer failure = settings().refreshFailure();
        return failure != null
                ? errors.plain(failure)
                : missing(call).or(() -> wrong(call)).orElseGet(this::token);
    }

    private Optional<Answer> missing(Call call) {
        boolean namesItsGrant = call.path().size() == 2;
        return Stream.of("grant_type", "client_id", "client_secret", REFRESH_TOKEN)
                .filter(name -> namesItsGrant || !name.equals("grant_type"))
                .filter(name -> call.field(name).isEmpty())
                .findFirst()
                .map(errors::missingParam);
    }

    private Optional<Answer> wrong(Call call) {
        if (!call.field("grant_type").orElse(REFRESH_TOKEN).equals(REFRESH_TOKEN)) {
            return Optional.of(errors.badRequest("grant_type must be " + REFRESH_TOKEN));
        }
        boolean known = holds(call, "client_id", settings().clientId())
                && holds(call, "client_secret", settings().clientSecret())
                && holds(call, REFRESH_TOKEN, settings().refreshToken());
        return known ? Optional.empty() : Optional.of(errors.wrongCredentials());
    }

    private static boolean holds(Call call, String name, String value) {
        return call.field(name).filter(value::equals).isPresent();
    }

    private Answer token() {
        long now = world.now();
        String token = world.tokens()
                .latest(now)
                .filter(latest -> settings().repeatsValidToken())
                .orElseGet(() -> world.tokens().issue(now + settings().accessTokenLifetimeMs()));
        ObjectNode body = Json.object()
                .put("access_token", token)
                .put(REFRESH_TOKEN, settings().refreshToken());
        body.setAll(owner(world.tokens().leftMs(token, now).orElseThrow()));
        return Answer.json(200, body);
    }

    /** A bad token is told by a member, not by the status. */
    private ObjectNode check(String token) {
        OptionalLong left = world.settings().accessTokens().contains(token)
                ? OptionalLong.of(settings().accessTokenLifetimeMs())
                : world.tokens().leftMs(token, world.now());
        return left.isPresent() ? owner(left.getAsLong()) : Json.object().put("error", "invalid_token");
    }

    private static ObjectNode owner(long leftMs) {
        return Json.object()
                .put("user_role", "admin")
                .put("account_id", UserDocument.ACCOUNT)
                .put("user_id", UserProfile.FIRST_ADMIN)
                .put("expires_in", leftMs / 1_000);
    }

    private OAuthSettings settings() {
        return world.settings().oauth();
    }
}
