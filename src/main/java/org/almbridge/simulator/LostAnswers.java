package org.almbridge.simulator;

import java.util.function.Supplier;

/** Takes the answer away from writes that are applied, the failure that no status code announces. */
final class LostAnswers {

    private final Supplier<SimulatorSettings> settings;
    private final LearnerScripts scripts;
    private final Chance chance;

    LostAnswers(Supplier<SimulatorSettings> settings, LearnerScripts scripts, Chance chance) {
        this.settings = settings;
        this.scripts = scripts;
        this.chance = chance;
    }

    Answer afterCreate(SimulatedUser user, Answer answer) {
        boolean lost = scripts.of(user).losesCreateAnswer()
                || chance.hits(settings.get().faults().lostAfterCreate());
        return lost ? Answer.NONE : answer;
    }

    Answer afterEnrol(SimulatedUser user, Answer answer) {
        boolean lost = scripts.of(user).losesEnrolAnswer()
                || chance.hits(settings.get().faults().lostAfterEnrol());
        return lost ? Answer.NONE : answer;
    }
}
