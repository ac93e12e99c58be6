package org.almbridge.source;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/** Kafka's consumer, which backs off from trouble and goes back to what is committed when records were not taken in. */
final class KafkaPoller extends KafkaConsumer<Object, Object> {

    private static final Duration REWIND_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaWatch watch;
    private final Metric received;
    private boolean moreExpected;

    KafkaPoller(Properties properties, KafkaWatch watch) {
        super(properties);
        this.watch = watch;
        this.received = metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("incoming-byte-total")
                        && metric.getKey().group().equals("consumer-metrics"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public ConsumerRecords<Object, Object> poll(Duration timeout) {
        if (watch.rests()) {
            LockSupport.parkNanos(timeout.toNanos());
            return ConsumerRecords.empty();
        }
        try {
            if (watch.mustRewind()) {
                rewind();
                watch.rewound();
            }
            // Camel works on what was polled only after the next poll, which therefore must not wait
            ConsumerRecords<Object, Object> records = super.poll(moreExpected ? Duration.ZERO : timeout);
            moreExpected = !records.isEmpty();
            watch.looked((double) received.metricValue());
            return records;
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            watch.failed(e);
            return ConsumerRecords.empty();
        }
    }

    private void rewind() {
        moreExpected = false;
        Set<TopicPartition> never = new HashSet<>(assignment());
        committed(never, REWIND_TIMEOUT).forEach((partition, offset) -> rewind(partition, offset, never));
        seekToBeginning(never);
    }

    private void rewind(TopicPartition partition, OffsetAndMetadata offset, Set<TopicPartition> never) {
        if (offset != null) {
            seek(partition, offset);
            never.remove(partition);
        }
    }
}
