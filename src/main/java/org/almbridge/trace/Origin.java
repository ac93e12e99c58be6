package org.almbridge.trace;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;

/**
 * The trace in which a learner came in. It is another one than the learner's, or that of a large batch could not be looked at.
 *
 * @param headers the trace context, empty when the batch was not traced
 */
record Origin(Map<String, Object> headers) implements SpanContextPropagationExtractor {

    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
        return headers.entrySet().iterator();
    }

    @Override
    public Object get(String key) {
        return headers.get(key);
    }

    @Override
    public Set<String> keys() {
        return headers.keySet();
    }
}
