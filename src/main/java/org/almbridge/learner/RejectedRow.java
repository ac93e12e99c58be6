package org.almbridge.learner;

import java.util.List;

/** A row that goes back to its sender, with all its reasons at once so that one correction is enough. */
public record RejectedRow(int number, List<String> reasons) implements ValidatedRow {

    public RejectedRow {
        reasons = List.copyOf(reasons);
    }
}
