package org.almbridge.manager;

import org.almbridge.learner.Learner;

/**
 * A manager as rows name one; one of the two is given.
 *
 * @param id    ALM's id, {@code null} when the address is given
 * @param email address in lower case, {@code null} when the id is given
 */
public record Manager(String id, String email) {

    /** Whom the learner's row names. */
    public static Manager of(Learner learner) {
        return new Manager(learner.managerId(), learner.managerEmail());
    }

    public boolean isNamedById() {
        return id != null;
    }
}
