package org.almbridge.plan;

import java.util.Set;
import org.almbridge.gate.Limit;
import org.almbridge.ledger.RehearsalCounts;

/**
 * What would become of an input.
 *
 * @param rowsRead       rows of the input, bad ones included
 * @param ignoredColumns columns that mean nothing to the bridge
 * @param failure        why the input cannot be read to its end, {@code null} when it can
 * @param held           why the batch would wait for an approval, {@code null} when it would not
 * @param counts         what the ledger makes of the rows
 * @param work           what the bridge would do in ALM, now
 * @param limit          how often ALM lets POST be used, {@code null} when it is not known
 * @param seconds        that the calls take at the present limits at least, {@code null} when none is known
 * @param lagPosts       calls besides that are to be expected because ALM's index lags, {@code null} when nobody plans with it
 */
public record Plan(
        long rowsRead,
        Set<String> ignoredColumns,
        String failure,
        String held,
        RehearsalCounts counts,
        Work work,
        Limit limit,
        Long seconds,
        Long lagPosts) {

    /** Rows of people whom an earlier row of the input names. */
    public long repeatedRows() {
        return rowsRead - counts.rejected() - counts.people();
    }
}
