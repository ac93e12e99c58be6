package org.almbridge.doctor;

/**
 * How long ALM's index did not know the throw-away user.
 *
 * @param refusedAtMs  age of the user at the last enrolment that was refused, 0 when none was
 * @param acceptedAtMs age at the answer to the one that was accepted
 * @param tries        enrolments in all
 */
record LagMeasured(long refusedAtMs, long acceptedAtMs, int tries) {

    private static final long SHORTEST_STEP_MS = 250;
    /** Of the age, so that a long lag costs few calls and is known as well as a short one. */
    private static final int STEP_PART = 20;

    /** @return milliseconds from one try to the next of a user of that age */
    static long stepMs(long ageMs) {
        return Math.max(SHORTEST_STEP_MS, ageMs / STEP_PART);
    }

    @Override
    public String toString() {
        String tried = ", found by " + tries + (tries == 1 ? " enrolment" : " enrolments");
        return refusedAtMs == 0
                ? "less than " + Spell.text(acceptedAtMs) + tried
                : "between " + Spell.text(refusedAtMs) + " and " + Spell.text(acceptedAtMs) + tried;
    }
}
