package org.almbridge.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Refuses calls that do not speak JSON:API, as strictly as ALM's manual claims; the field is said to be milder. */
final class MediaTypeGuard implements Guard {

    private final Supplier<SimulatorSettings> settings;
    private final Errors errors;

    MediaTypeGuard(Supplier<SimulatorSettings> settings, Errors errors) {
        this.settings = settings;
        this.errors = errors;
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        if (!settings.get().strictMediaTypes()) {
            return Optional.empty();
        }
        if (!namesJsonApi(call.header("accept"))) {
            return Optional.of(errors.plain(406));
        }
        if (!call.body().isEmpty() && !namesJsonApi(call.header("content-type"))) {
            return Optional.of(errors.badRequest("Content-Type must be " + Answer.JSON_API));
        }
        return Optional.empty();
    }

    private static boolean namesJsonApi(Optional<String> header) {
        return Arrays.stream(header.orElse("").split(","))
                .map(type -> type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
                .anyMatch(Answer.JSON_API::equals);
    }
}
