package org.almbridge.intake;

import org.almbridge.ledger.AcceptedRows;

/** Learns what became of inputs and their rows once that is durable. Must neither block nor fail. */
public interface IntakeListener {

    /** What became of an input. */
    enum Reading {
        /** Read to its end. */
        READ,
        /** It could not be read to its end. */
        UNREADABLE,
        /** Its good rows wait for an approval. */
        HELD
    }

    /** Rows were judged; those of a batch that was held are told of twice: when they are held and when they go on. */
    void rows(String source, AcceptedRows rows);

    /** An input is through. @param waitedMs from the input's own time until all its rows were durable */
    void closed(String source, Reading reading, long waitedMs);
}
