package org.almbridge.simulator;

import java.time.InstantSource;

/** Holds everything the simulator remembers, so that changing the settings and forgetting are each one step. */
final class World {

    private final InstantSource clock;
    private final Population population = new Population();
    private final LearnerScripts scripts = new LearnerScripts();
    private final Journal journal = new Journal();
    private final Tally tally = new Tally();
    private final IssuedTokens tokens = new IssuedTokens();
    private final LeakyBuckets buckets = new LeakyBuckets();
    private final Chance chance;
    private final UserIndex index;
    private final LostAnswers lostAnswers;
    private SimulatorSettings settings;

    World(SimulatorSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.chance = new Chance(settings.seed());
        this.index = new UserIndex(this::settings, scripts, clock);
        this.lostAnswers = new LostAnswers(this::settings, scripts, chance);
    }

    void change(SimulatorSettings next) {
        SimulatorSettings before = settings;
        settings = next;
        if (next.indexFrozen() && !before.indexFrozen()) {
            index.freeze(population.all());
        }
        if (!next.indexFrozen() && before.indexFrozen()) {
            index.thaw(population.all());
        }
        if (next.seed() != before.seed()) {
            chance.reseed(next.seed());
        }
    }

    /** Starts afresh under the same settings. */
    void forget() {
        population.forget();
        scripts.forget();
        journal.forget();
        tally.forget();
        tokens.forgetCounts();
        buckets.forget();
        chance.reseed(settings.seed());
    }

    void record(Call call, int status) {
        journal.add(JournalEntry.of(call, status));
        tally.count(call, status);
    }

    long now() {
        return clock.millis();
    }

    SimulatorSettings settings() {
        return settings;
    }

    Population population() {
        return population;
    }

    LearnerScripts scripts() {
        return scripts;
    }

    Journal journal() {
        return journal;
    }

    Tally tally() {
        return tally;
    }

    IssuedTokens tokens() {
        return tokens;
    }

    LeakyBuckets buckets() {
        return buckets;
    }

    Chance chance() {
        return chance;
    }

    UserIndex index() {
        return index;
    }

    LostAnswers lostAnswers() {
        return lostAnswers;
    }
}
