package org.almbridge.simulator;

import java.time.InstantSource;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Plays ALM's search index, the reason for the whole bridge: it sees a new user only some time after the create. */
final class UserIndex {

    private final Supplier<SimulatorSettings> settings;
    private final LearnerScripts scripts;
    private final InstantSource clock;

    UserIndex(Supplier<SimulatorSettings> settings, LearnerScripts scripts, InstantSource clock) {
        this.settings = settings;
        this.scripts = scripts;
        this.clock = clock;
    }

    void add(SimulatedUser user) {
        if (!settings.get().indexFrozen()) {
            user.indexAt(user.createdAt() + lagOf(user));
        }
    }

    /** Whether the enrolment service knows the user by now; a script outvotes the clock. */
    boolean sees(SimulatedUser user) {
        return scripts.of(user).ruledTiming().map(left -> left == 0).orElseGet(() -> isDue(user));
    }

    /** Whether reads show the user, which depends on the index only for some accounts. */
    boolean shows(SimulatedUser user) {
        if (user.asynchronous()) {
            // no script: who never learnt the id cannot use up timing errors
            return isDue(user);
        }
        return !settings.get().readsLag() || sees(user);
    }

    private boolean isDue(SimulatedUser user) {
        OptionalLong indexedAt = user.indexedAt();
        return indexedAt.isPresent() && indexedAt.getAsLong() <= clock.millis();
    }

    /** When the clock lets the user be seen; empty if it does not decide: while frozen, or under a script. */
    OptionalLong indexedAt(SimulatedUser user) {
        return scripts.of(user).ruledTiming().isPresent() ? OptionalLong.empty() : user.indexedAt();
    }

    void freeze(Collection<SimulatedUser> users) {
        users.stream()
                .filter(user -> user.indexedAt().orElse(0) > clock.millis())
                .forEach(SimulatedUser::holdBack);
    }

    void thaw(Collection<SimulatedUser> users) {
        users.stream()
                .filter(user -> user.indexedAt().isEmpty())
                .forEach(user -> user.indexAt(clock.millis() + lagOf(user)));
    }

    /** Drawn from seed and e-mail, so that a learner's lag does not depend on who else is created before. */
    private long lagOf(SimulatedUser user) {
        SimulatorSettings now = settings.get();
        long seed = 31 * now.seed() + user.key().hashCode();
        return new SplittableRandom(seed).nextLong(now.lagMinMs(), now.lagMaxMs() + 1);
    }
}
