package org.almbridge.simulator;

import java.util.HashMap;
import java.util.Map;

/** Keeps the scripts by e-mail; a learner without one behaves by the settings alone. */
final class LearnerScripts {

    private final Map<String, ScriptProgress> byEmail = new HashMap<>();

    ScriptProgress of(String email) {
        return byEmail.getOrDefault(Emails.key(email), ScriptProgress.NONE);
    }

    ScriptProgress of(SimulatedUser user) {
        return byEmail.getOrDefault(user.key(), ScriptProgress.NONE);
    }

    void put(String email, LearnerScript script) {
        byEmail.put(Emails.key(email), new ScriptProgress(script));
    }

    void forget() {
        byEmail.clear();
    }
}
