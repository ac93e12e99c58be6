package org.almbridge.intake;

import java.util.List;

/** Is an input that arrives as records and not as one text: each is to be one JSON object, and is rejected alone. */
public interface JsonRecords {

    /**
     * One record.
     *
     * @param number by which a person finds it again, together with the name of the input
     * @param sentAt epoch milliseconds of the sender
     * @param value  as sent, {@code null} when the record has none
     */
    record JsonRecord(int number, long sentAt, byte[] value) {}

    /** At least one. The first one and the input's name are the same however much of the input is there. */
    List<JsonRecord> records();
}
