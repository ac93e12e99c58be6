package org.almbridge.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What befalls bridges that share a ledger, and when: by chance, but the same for the same seed. */
final class Mishaps {

    private static final int BRIDGES = 3;
    private static final int CALLS_A_PERSON = 2;

    private enum Kind {
        LOSS,
        FREEZE,
        RESTART_OF_DATABASE;

        void befall(SharedBridges bridges, int bridge) throws Exception {
            switch (this) {
                case LOSS -> bridges.lose(bridge);
                case FREEZE -> bridges.freeze(bridge);
                case RESTART_OF_DATABASE -> bridges.restartDatabase(bridge);
            }
        }
    }

    private final Random random;
    private final List<Kind> kinds = new ArrayList<>();
    private final long[] moments;

    /** @param times how often each kind of mishap happens */
    Mishaps(long seed, int people, int times) {
        random = new Random(seed);
        for (int time = 0; time < times; time++) {
            kinds.addAll(List.of(Kind.values()));
        }
        Collections.shuffle(kinds, random);
        // none so late that everything could be done before
        moments = random.longs(kinds.size(), 1, people * CALLS_A_PERSON * 9L / 10)
                .sorted()
                .toArray();
    }

    /** Each when ALM has been called so often. */
    void befall(SharedBridges bridges) throws Exception {
        for (int i = 0; i < moments.length; i++) {
            bridges.awaitCalls(moments[i]);
            kinds.get(i).befall(bridges, random.nextInt(BRIDGES));
        }
    }

    @Override
    public String toString() {
        return kinds + " at " + Arrays.toString(moments);
    }
}
