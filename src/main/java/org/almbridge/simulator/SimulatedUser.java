package org.almbridge.simulator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps one user as ALM's two services know it: who it is, since when it is indexed, what it is enrolled in. */
final class SimulatedUser {

    private final String id;
    private final UserProfile profile;
    private final String key;
    private final long createdAt;
    private final Map<String, Enrolment> enrolments = new LinkedHashMap<>(2);
    private String state = "ACTIVE";
    private boolean asynchronous;
    private OptionalLong indexedAt = OptionalLong.empty();
    private OptionalLong firstEnrolledAt = OptionalLong.empty();

    SimulatedUser(String id, UserProfile profile, long createdAt) {
        this.id = id;
        this.profile = profile;
        this.key = Emails.key(profile.email());
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    UserProfile profile() {
        return profile;
    }

    String email() {
        return profile.email();
    }

    /** The e-mail in the form in which it identifies a person; kept, for reports ask for it very often. */
    String key() {
        return key;
    }

    long createdAt() {
        return createdAt;
    }

    /** When the enrolment service sees the user, in the past or to come; empty while the index is frozen. */
    OptionalLong indexedAt() {
        return indexedAt;
    }

    /** What reads show as the user's state; nothing else depends on it. */
    String state() {
        return state;
    }

    void become(String newState) {
        state = newState;
    }

    /** Whether even reads know the user only once it is indexed. */
    boolean asynchronous() {
        return asynchronous;
    }

    void createdAsynchronously() {
        asynchronous = true;
    }

    void indexAt(long time) {
        indexedAt = OptionalLong.of(time);
    }

    void holdBack() {
        indexedAt = OptionalLong.empty();
    }

    Optional<Enrolment> enrolment(String enrolmentId) {
        return Optional.ofNullable(enrolments.get(enrolmentId));
    }

    Collection<Enrolment> enrolments() {
        return enrolments.values();
    }

    Enrolment enrol(String loId, String instanceId, long now) {
        Enrolment enrolment = new Enrolment(Enrolment.idOf(instanceId, id), id, loId, instanceId, now);
        enrolments.put(enrolment.id(), enrolment);
        if (firstEnrolledAt.isEmpty()) {
            firstEnrolledAt = OptionalLong.of(now);
        }
        return enrolment;
    }

    OptionalLong firstEnrolledAt() {
        return firstEnrolledAt;
    }
}
