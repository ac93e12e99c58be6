package org.almbridge.simulator;

import java.util.Optional;
import java.util.function.Supplier;

/** Lets calls fail by chance before anything is applied. */
final class RandomFaults implements Guard {

    private final Supplier<SimulatorSettings> settings;
    private final Chance chance;
    private final Errors errors;

    RandomFaults(Supplier<SimulatorSettings> settings, Chance chance, Errors errors) {
        this.settings = settings;
        this.chance = chance;
        this.errors = errors;
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        FaultRates rates = settings.get().faults();
        if (chance.hits(rates.error500())) {
            return Optional.of(errors.plain(500));
        }
        if (chance.hits(rates.error503())) {
            return Optional.of(errors.plain(503));
        }
        if (call.kind().writes() && chance.hits(rates.resetBeforeWrite())) {
            return Optional.of(Answer.NONE);
        }
        return Optional.empty();
    }
}
