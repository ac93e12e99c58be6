package org.almbridge.ledger;

/**
 * Where everybody stands.
 *
 * @param toCreate     accepted, not known to ALM yet
 * @param created      users in ALM with enrolments to make
 * @param enrolled     learners with nothing left to do, those included who have been erased since
 * @param escalated    learners who need a person
 * @param rowsRead     rows of all batches read to the end
 * @param rejectedRows rows that are wrong in themselves
 * @param openBatches  batches that are being read
 * @param erased       learners who were erased before they were enrolled
 */
public record LedgerCounts(
        long toCreate,
        long created,
        long enrolled,
        long escalated,
        long rowsRead,
        long rejectedRows,
        long openBatches,
        long erased) {

    public static final LedgerCounts NONE = new LedgerCounts(0, 0, 0, 0, 0, 0, 0, 0);

    public long learners() {
        return toCreate + created + enrolled + escalated + erased;
    }

    /** Rows of people who were known before. */
    public long repeatedRows() {
        return rowsRead - learners() - rejectedRows;
    }

    public boolean isIdle() {
        return toCreate + created + openBatches == 0;
    }
}
