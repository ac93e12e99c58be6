package org.almbridge.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import org.almbridge.intake.RejectedRowsCsv;
import org.almbridge.learner.RejectedRow;
import org.almbridge.ledger.Batch;
import org.almbridge.ledger.BatchLedger;

/**
 * The rejected rows of a batch as CSV, piece by piece. Each piece is read when it is asked for, so that a slow reader holds
 * neither memory nor a transaction.
 */
final class RejectedRowsPages implements Enumeration<InputStream> {

    static final int ROWS = 1_000;

    private static final int BEFORE_THE_FIRST = -1;

    private final BatchLedger ledger;
    private final Batch batch;
    private int last = BEFORE_THE_FIRST;
    private boolean ended;

    RejectedRowsPages(BatchLedger ledger, Batch batch) {
        this.ledger = ledger;
        this.batch = batch;
    }

    @Override
    public boolean hasMoreElements() {
        return !ended;
    }

    /** @throws UncheckedIOException when the ledger cannot be read; the answer breaks off then */
    @Override
    public InputStream nextElement() {
        if (ended) {
            throw new NoSuchElementException();
        }
        try {
            boolean first = last == BEFORE_THE_FIRST;
            List<RejectedRow> rows = ledger.rejectedRows(batch.id(), last, ROWS);
            ended = rows.size() < ROWS;
            if (!rows.isEmpty()) {
                last = rows.get(rows.size() - 1).number();
            }
            return new ByteArrayInputStream(csv(rows, first));
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the ledger cannot be read", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] csv(List<RejectedRow> rows, boolean first) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RejectedRowsCsv csv = first
                ? RejectedRowsCsv.withHeader(out, batch.source(), batch.name())
                : RejectedRowsCsv.withoutHeader(out, batch.source(), batch.name())) {
            for (RejectedRow row : rows) {
                csv.write(row.number(), String.join("; ", row.reasons()));
            }
        }
        return out.toByteArray();
    }
}
