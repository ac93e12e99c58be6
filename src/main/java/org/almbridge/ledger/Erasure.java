package org.almbridge.ledger;

import java.util.Set;

/**
 * What became of the wish to have a person erased.
 *
 * @param key       of the learner, or what they were asked for by when there was no learner
 * @param removed   how much is gone
 * @param endpoints positions in {@code bridge.escalation.endpoints} of those that may have been told of the person
 * @param left      rows of others, who are not through, that go on naming the person as manager
 */
public record Erasure(Result result, String key, Removed removed, Set<Integer> endpoints, int left) {

    /** Nothing is removed unless it is done. */
    public enum Result {
        DONE,
        /** The ledger has nothing of the person. */
        NOBODY,
        /** Something is under way for the person at the moment. */
        UNDER_WAY,
        /** It is the key of one learner and the e-mail address of another. */
        SEVERAL
    }

    static Erasure not(Result why, String keyOrEmail) {
        return new Erasure(why, keyOrEmail, Removed.NOTHING, Set.of(), 0);
    }
}
