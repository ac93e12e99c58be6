package org.almbridge.simulator;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps all users, found by id and by e-mail alike, because ALM's user service knows both at once and without lag. */
final class Population {

    private static final long FIRST_ID = 20_000_001;

    private final Map<String, SimulatedUser> byId = new LinkedHashMap<>();
    private final Map<String, SimulatedUser> byEmail = new HashMap<>();
    private final SimulatedUser firstAdmin = new SimulatedUser(UserProfile.FIRST_ADMIN, UserProfile.ofFirstAdmin(), 0);
    private long nextId = FIRST_ID;

    Population() {
        firstAdmin.indexAt(0);
    }

    SimulatedUser add(UserProfile profile, long now) {
        SimulatedUser user = new SimulatedUser(String.valueOf(nextId++), profile, now);
        byId.put(user.id(), user);
        byEmail.put(user.key(), user);
        return user;
    }

    Optional<SimulatedUser> byId(String id) {
        return Optional.ofNullable(id.equals(firstAdmin.id()) ? firstAdmin : byId.get(id));
    }

    Optional<SimulatedUser> byEmail(String email) {
        String key = Emails.key(email);
        return Optional.ofNullable(key.equals(firstAdmin.key()) ? firstAdmin : byEmail.get(key));
    }

    /** Without the first administrator, who is there before anybody comes and whom reports do not count. */
    Collection<SimulatedUser> all() {
        return byId.values();
    }

    /** Ids go on counting, so that an id handed out before never means somebody else. */
    void forget() {
        byId.clear();
        byEmail.clear();
    }
}
