package org.almbridge.bench;

import java.util.List;

/** The same figure of several rounds: its median, and from where to where it went. */
record Spread(double least, double median, double most, int count) {

    static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(size - 1), size);
    }

    /** @param format of one figure, as {@code %.1f} */
    String text(String format) {
        String middle = format.formatted(median);
        return count == 1 ? middle : middle + " (" + format.formatted(least) + " to " + format.formatted(most) + ")";
    }
}
