package org.almbridge.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.almbridge.learner.FailureClass;
import org.almbridge.ledger.EscalationFilter;

/** Reads which escalations are meant. */
final class FilterReader {

    private static final int MAX_TEXT = 255;
    private static final int MAX_IDS = 1_000;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private FilterReader() {}

    /** For a list. */
    static EscalationFilter read(Members members) throws ProblemException {
        return read(members, null);
    }

    /** The same, and which ones by their ids. */
    static EscalationFilter readWithIds(Members members) throws ProblemException {
        return read(members, members.texts("ids", MAX_IDS, ID, "ids of escalations"));
    }

    private static EscalationFilter read(Members members, List<String> ids) throws ProblemException {
        return new EscalationFilter(
                ids,
                members.oneOf("class", FailureClass.class),
                members.text("batch", MAX_TEXT),
                members.text("source", MAX_TEXT),
                members.time("openedBefore"),
                members.time("openedAfter"));
    }

    /** For the log: what was meant, without the texts that a caller has made up. */
    static String text(EscalationFilter filter) {
        List<String> parts = new ArrayList<>();
        if (filter.ids() != null) {
            parts.add(filter.ids().size() + " ids");
        }
        if (filter.failureClass() != null) {
            parts.add("class " + filter.failureClass());
        }
        if (filter.batch() != null) {
            parts.add("one batch");
        }
        if (filter.source() != null) {
            parts.add("one source");
        }
        if (filter.openedBefore() != null) {
            parts.add("opened before " + Instant.ofEpochMilli(filter.openedBefore()));
        }
        if (filter.openedAfter() != null) {
            parts.add("opened after " + Instant.ofEpochMilli(filter.openedAfter()));
        }
        return parts.isEmpty() ? "all" : String.join(", ", parts);
    }
}
