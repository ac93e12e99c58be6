package org.almbridge.ledger;

/**
 * How many rows of the ledger are gone.
 *
 * @param learners    people
 * @param enrolments  of theirs, whatever their state
 * @param attempts    calls to ALM for them, with ALM's answers
 * @param escalations of theirs
 * @param deliveries  of these escalations, one for each endpoint
 * @param outcomes    that {@code bridge.outcomes.endpoint} was still to be told
 * @param heldRows    of theirs in batches that wait for an approval
 * @param namings     rows of others, who are through, that no longer name them as manager, and reasons of dismissals and
 *                    pauses that named them
 */
public record Removed(
        int learners,
        int enrolments,
        int attempts,
        int escalations,
        int deliveries,
        int outcomes,
        int heldRows,
        int namings) {

    /** Takes the place of a text that named somebody. */
    static final String TEXT = "(erased)";

    public static final Removed NOTHING = new Removed(0, 0, 0, 0, 0, 0, 0, 0);

    public Removed plus(Removed more) {
        return new Removed(
                learners + more.learners,
                enrolments + more.enrolments,
                attempts + more.attempts,
                escalations + more.escalations,
                deliveries + more.deliveries,
                outcomes + more.outcomes,
                heldRows + more.heldRows,
                namings + more.namings);
    }

    Removed withTraces(int rowsHeld, int rowsNaming) {
        return plus(new Removed(0, 0, 0, 0, 0, 0, rowsHeld, rowsNaming));
    }
}
