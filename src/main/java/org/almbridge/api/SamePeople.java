package org.almbridge.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.ValidatedRow;

/** Finds two people of one request who are the same and described differently, before the ledger would. */
final class SamePeople {

    private final UsersShape shape;
    private final Map<String, NewLearner> byKey = new HashMap<>();
    private final Map<String, NewLearner> byEmail = new HashMap<>();

    SamePeople(UsersShape shape) {
        this.shape = shape;
    }

    ValidatedRow judge(ValidatedRow row) {
        if (!(row instanceof NewLearner learner)) {
            return row;
        }
        for (NewLearner earlier : new NewLearner[] {
            byKey.putIfAbsent(learner.key(), learner), byEmail.putIfAbsent(learner.email(), learner)
        }) {
            Set<String> contradictions = earlier == null ? Set.of() : learner.contradictions(earlier.row());
            if (!contradictions.isEmpty()) {
                return new RejectedRow(
                        learner.number(),
                        List.of("the person is the same as " + shape.pointer(earlier.number()) + ", but differs in "
                                + String.join(", ", contradictions) + ": make them alike or remove one of them"));
            }
        }
        return learner;
    }
}
