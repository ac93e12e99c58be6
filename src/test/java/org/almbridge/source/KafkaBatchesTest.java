package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almbridge.intake.JsonRecords.JsonRecord;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class KafkaBatchesTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private long committed;

    @Test
    void sortsRecordsByPartitionAndCountsThemFromTheFirst() {
        List<KafkaBatch> batches = batches(record(0, 1200), record(1, 7), record(0, 1201), record(0, 1207));

        assertThat(batches).extracting(KafkaBatch::name).containsExactly("people-0@1200", "people-1@7");
        assertThat(batches.get(0).records()).extracting(JsonRecord::number).containsExactly(0, 1, 7);
        assertThat(batches.get(0).records()).extracting(JsonRecord::sentAt).containsOnly(99L);
    }

    @Test
    void commitsTheLastRecordOfEachPartition() {
        batches(record(0, 1200), record(1, 7), record(0, 1207)).get(0).last().commit();

        assertThat(committed).isEqualTo(1207);
    }

    @Test
    void beginsAnewBehindAGapThatRowsCannotCount() {
        long far = 5L + Integer.MAX_VALUE;
        List<KafkaBatch> batches = batches(record(0, 5), record(0, far), record(0, far + 1));

        assertThat(batches).extracting(KafkaBatch::name).containsExactly("people-0@5", "people-0@" + (far + 1));
        assertThat(batches.get(0).records()).extracting(JsonRecord::number).containsExactly(0, Integer.MAX_VALUE);
    }

    @SuppressWarnings("unchecked")
    private List<KafkaBatch> batches(Exchange... records) {
        Exchange poll = new DefaultExchange(context);
        poll.getMessage().setBody(List.of(records));
        return (List<KafkaBatch>) new KafkaBatches().evaluate(poll);
    }

    private Exchange record(int partition, long offset) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader(KafkaConstants.TOPIC, "people");
        exchange.getMessage().setHeader(KafkaConstants.PARTITION, partition);
        exchange.getMessage().setHeader(KafkaConstants.OFFSET, offset);
        exchange.getMessage().setHeader(KafkaConstants.TIMESTAMP, 99L);
        KafkaManualCommit commit = () -> committed = offset;
        exchange.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, commit);
        exchange.getMessage().setBody(new byte[0]);
        return exchange;
    }
}
