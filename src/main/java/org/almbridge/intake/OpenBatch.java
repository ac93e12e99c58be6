package org.almbridge.intake;

import java.io.IOException;
import java.util.Set;
import org.almbridge.ledger.Rehearsal;

/** Is a batch while it is read: who brought what, how far the reading came and why it stopped early, if it did. */
public final class OpenBatch {

    private final String id;
    private final String source;
    private final String name;
    private final boolean feed;
    private final Rehearsal rehearsal;
    private Set<String> ignoredColumns = Set.of();
    private long cameAt;
    private long rowsRead;
    private String failure;
    private String held;

    OpenBatch(String id, String source, String name) {
        this(id, source, name, false);
    }

    /** @param feed whether the source brings rows again by itself, and corrects them */
    OpenBatch(String id, String source, String name, boolean feed) {
        this(id, source, name, feed, null);
    }

    private OpenBatch(String id, String source, String name, boolean feed, Rehearsal rehearsal) {
        this.id = id;
        this.source = source;
        this.name = name;
        this.feed = feed;
        this.rehearsal = rehearsal;
    }

    /** The same batch, of which nothing is to reach the ledger. */
    OpenBatch rehearsedBy(Rehearsal thatRehearsal) {
        return new OpenBatch(id, source, name, feed, thatRehearsal);
    }

    /** Where the rows go instead of the ledger, {@code null} for a batch that is really taken in. */
    public Rehearsal rehearsal() {
        return rehearsal;
    }

    public String id() {
        return id;
    }

    String source() {
        return source;
    }

    String name() {
        return name;
    }

    boolean isFeed() {
        return feed;
    }

    /** Epoch milliseconds of the input: when its file was written, its record sent, or its request or page came. */
    long cameAt() {
        return cameAt;
    }

    void cameAt(long at) {
        cameAt = at;
    }

    public long rowsRead() {
        return rowsRead;
    }

    void rowsRead(int more) {
        rowsRead += more;
    }

    public Set<String> ignoredColumns() {
        return ignoredColumns;
    }

    void ignoredColumns(Set<String> columns) {
        ignoredColumns = columns;
    }

    /** Why the input could not be read to its end, {@code null} when it could. */
    public String failure() {
        return failure;
    }

    /** Why the batch waits for an approval, {@code null} when it does not. */
    public String held() {
        return held;
    }

    void hold(String why) {
        held = why;
    }

    void failed(IOException why) {
        failure = why.getMessage() == null ? why.toString() : why.getMessage();
    }
}
