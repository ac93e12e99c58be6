package org.almbridge.plan;

import java.util.List;
import org.almbridge.learner.Enrolment;

/**
 * What would become of one learner who has something to do now.
 *
 * @param user       what becomes of the user
 * @param almUserId  ALM's id of the user, made up for one who is not there yet; {@code null} when there will be none
 * @param why        why a person has to look at the user, {@code null} otherwise
 * @param posts      calls that change ALM for the sake of the user
 * @param gets       look-ups of the user
 * @param enrolments what becomes of them, empty when there will be no user
 */
record Fate(User user, String almUserId, String why, int posts, int gets, List<Step> enrolments) {

    enum User {
        /** Was one before. */
        KNOWN,
        CREATED,
        LINKED,
        /** Created or linked: nobody has asked ALM. */
        UNKNOWN,
        ESCALATED
    }

    enum Made {
        NEW,
        THERE_BEFORE,
        ESCALATED
    }

    /**
     * What becomes of one enrolment.
     *
     * @param why  why a person has to look, {@code null} otherwise
     * @param gets look-ups of the enrolment
     */
    record Step(Enrolment enrolment, Made made, String why, int gets) {}

    static Fate escalated(String why, int posts, int gets) {
        return new Fate(User.ESCALATED, null, why, posts, gets, List.of());
    }

    static Fate user(User user, String almUserId, int posts, int gets) {
        return new Fate(user, almUserId, null, posts, gets, List.of());
    }

    Fate with(List<Step> steps) {
        return new Fate(user, almUserId, why, posts, gets, steps);
    }

    boolean isUser() {
        return user != User.ESCALATED;
    }
}
