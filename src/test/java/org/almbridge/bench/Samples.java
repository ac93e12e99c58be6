package org.almbridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What the flight recorder saw running in Java; time in SQLite's own code is not among it. */
final class Samples {

    private final Map<String, Integer> byWork = new HashMap<>();
    private final Map<String, Integer> byOwnMethod = new HashMap<>();
    private final Map<String, Integer> byMethod = new HashMap<>();
    private int all;

    private Samples() {}

    /** @param from what was seen before is left out */
    static Samples of(Path recording, Instant from) throws IOException {
        Samples samples = new Samples();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")
                        && event.getStartTime().isAfter(from)
                        && event.getStackTrace() != null) {
                    samples.add(event.getStackTrace().getFrames());
                }
            }
        }
        return samples;
    }

    private void add(List<RecordedFrame> frames) {
        all++;
        byMethod.merge(method(frames.get(0)), 1, Integer::sum);
        byWork.merge(first(frames, Samples::work).orElse("other"), 1, Integer::sum);
        first(frames, frame -> type(frame).startsWith("org.almbridge") ? Optional.of(method(frame)) : Optional.empty())
                .ifPresent(own -> byOwnMethod.merge(own, 1, Integer::sum));
    }

    private static <T> Optional<T> first(List<RecordedFrame> frames, Function<RecordedFrame, Optional<T>> of) {
        return frames.stream().map(of).flatMap(Optional::stream).findFirst();
    }

    /** The library that the innermost frame belongs to which is not the JDK's. */
    private static Optional<String> work(RecordedFrame frame) {
        String type = type(frame);
        return Stream.of("java.", "jdk.", "sun.").anyMatch(type::startsWith)
                ? Optional.empty()
                : Optional.of(Stream.of(type.split("\\."))
                        .limit(type.startsWith("org.apache") || type.startsWith("org.almbridge") ? 3 : 2)
                        .reduce((outer, inner) -> outer + "." + inner)
                        .orElse(type));
    }

    private static String method(RecordedFrame frame) {
        return type(frame) + "." + frame.getMethod().getName();
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    void print(int most) {
        print("Samples by the innermost library", byWork, most);
        print("Samples by the innermost method of the bridge", byOwnMethod, most);
        print("Samples by the innermost method", byMethod, most);
    }

    private void print(String title, Map<String, Integer> counts, int most) {
        Table table = new Table("where", "share");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(most)
                .forEach(entry -> table.row(entry.getKey(), "%.1f %%".formatted(entry.getValue() * 100.0 / all)));
        table.print(title);
    }
}
