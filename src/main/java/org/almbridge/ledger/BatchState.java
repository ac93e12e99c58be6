package org.almbridge.ledger;

/** How far the bridge has come with an input. */
public enum BatchState {
    /** Not read to its end yet. */
    READING("closed_at IS NULL"),
    /** Its good rows wait for an approval, or are on their way since it was given. */
    HELD("held IS NOT NULL"),
    /** It could not be read to its end. */
    FAILED("closed_at IS NOT NULL AND held IS NULL AND failure IS NOT NULL"),
    /** All of its rows are in the ledger. */
    DONE("closed_at IS NOT NULL AND held IS NULL AND failure IS NULL");

    private final String condition;

    BatchState(String condition) {
        this.condition = condition;
    }

    /** Which rows of the table are in this state. */
    String condition() {
        return condition;
    }
}
