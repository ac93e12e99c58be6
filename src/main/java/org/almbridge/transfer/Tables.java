package org.almbridge.transfer;

import java.util.List;

/** The tables that are the ledger. What bridges keep about each other while they run is none of it. */
final class Tables {

    static final List<String> OF_THE_LEDGER = List.of(
            "state",
            "batch",
            "rejected_row",
            "held_row",
            "learner",
            "enrolment",
            "attempt",
            "escalation",
            "delivery",
            "outcome");

    private Tables() {}
}
