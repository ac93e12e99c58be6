package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;

/** Sorts what one poll brought by partition: offsets mean something within one only. */
@Singleton
@Named("kafkaBatches")
class KafkaBatches extends ExpressionAdapter {

    @Override
    public Object evaluate(Exchange exchange) {
        Map<Integer, List<Exchange>> partitions = new LinkedHashMap<>();
        for (Object polled : exchange.getMessage().getBody(List.class)) {
            Exchange record = (Exchange) polled;
            partitions
                    .computeIfAbsent(KafkaBatch.partition(record.getMessage()), partition -> new ArrayList<>())
                    .add(record);
        }
        return partitions.values().stream()
                .flatMap(records -> countable(records).stream())
                .map(KafkaBatch::of)
                .toList();
    }

    /** What compaction and aborted transactions removed leaves gaps in the offsets, of any size. */
    private static List<List<Exchange>> countable(List<Exchange> records) {
        List<List<Exchange>> runs = new ArrayList<>();
        long from = Long.MIN_VALUE;
        for (Exchange record : records) {
            long offset = KafkaBatch.offset(record.getMessage());
            if (runs.isEmpty() || offset - from > Integer.MAX_VALUE) {
                runs.add(new ArrayList<>());
                from = offset;
            }
            runs.get(runs.size() - 1).add(record);
        }
        return runs;
    }
}
