package org.almbridge.source;

import java.util.List;
import org.almbridge.intake.JsonRecords;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * The records that one poll brought of one partition. Its name has the offset of the first one, from which the rows are
 * counted: the record of row 7 of {@code people-0@1200} has the offset 1207.
 */
record KafkaBatch(String name, List<JsonRecord> records, KafkaManualCommit last) implements JsonRecords {

    /** @param polled records of one partition in their order, no two further apart than an {@code int} counts */
    static KafkaBatch of(List<Exchange> polled) {
        Message first = polled.get(0).getMessage();
        long from = offset(first);
        return new KafkaBatch(
                first.getHeader(KafkaConstants.TOPIC) + "-" + partition(first) + "@" + from,
                polled.stream()
                        .map(Exchange::getMessage)
                        .map(message -> new JsonRecord(
                                (int) (offset(message) - from), sentAt(message), message.getBody(byte[].class)))
                        .toList(),
                polled.get(polled.size() - 1)
                        .getMessage()
                        .getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class));
    }

    static int partition(Message message) {
        return message.getHeader(KafkaConstants.PARTITION, Integer.class);
    }

    static long offset(Message message) {
        return message.getHeader(KafkaConstants.OFFSET, Long.class);
    }

    private static long sentAt(Message message) {
        return message.getHeader(KafkaConstants.TIMESTAMP, Long.class);
    }
}
