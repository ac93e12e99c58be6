package org.almbridge.simulator;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what reads tell of one learning object. In JSON a list of instance ids will do if all is as usual.
 *
 * @param state {@code Published}, which is the default, {@code Draft} or {@code Retired}; retired, all instances are too
 * @param instances its instances by id; what tells them apart is only shown, enrolments are accepted in each
 */
@RegisterForReflection
public record LearningObject(String state, Map<String, Instance> instances) {

    private static final String PUBLISHED = "Published";
    private static final String RETIRED = "Retired";
    private static final String ACTIVE = "Active";

    /**
     * Says what reads tell of one instance.
     *
     * @param state {@code Active}, which is the default, or {@code Retired}
     * @param isDefault whether it is the default instance; if no instance says so, the first one is
     */
    @RegisterForReflection
    public record Instance(String state, Boolean isDefault) {

        public Instance {
            state = state == null ? ACTIVE : state;
            Json.require(
                    Set.of(ACTIVE, RETIRED).contains(state), "The state of an instance must be Active or Retired.");
        }
    }

    public LearningObject {
        state = state == null ? PUBLISHED : state;
        Json.require(
                Set.of(PUBLISHED, "Draft", RETIRED).contains(state),
                "The state of a learning object must be Published, Draft or Retired.");
        instances = instances == null ? Map.of() : withDefault(instances);
    }

    static LearningObject of(String... instanceIds) {
        Map<String, Instance> instances = new LinkedHashMap<>();
        List.of(instanceIds).forEach(id -> instances.put(id, new Instance(null, null)));
        return new LearningObject(null, instances);
    }

    String stateOf(Instance instance) {
        return state.equals(RETIRED) ? RETIRED : instance.state();
    }

    Map<String, Object> inFull() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", state);
        members.put("instances", instances);
        return members;
    }

    @JsonValue
    Object inShort() {
        List<String> ids = List.copyOf(instances.keySet());
        return equals(of(ids.toArray(String[]::new))) ? ids : inFull();
    }

    private static Map<String, Instance> withDefault(Map<String, Instance> instances) {
        boolean chosen = instances.values().stream().anyMatch(instance -> Boolean.TRUE.equals(instance.isDefault()));
        Map<String, Instance> copy = new LinkedHashMap<>();
        instances.forEach((id, instance) -> {
            boolean stands = instance.isDefault() == null ? !chosen && copy.isEmpty() : instance.isDefault();
            copy.put(id, new Instance(instance.state(), stands));
        });
        return Collections.unmodifiableMap(copy);
    }
}
