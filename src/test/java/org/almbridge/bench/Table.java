package org.almbridge.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table in Markdown that is also legible as it stands. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    void row(Object... cells) {
        rows.add(Stream.of(cells).map(String::valueOf).toList());
    }

    void print(String title) {
        System.out.println("### " + title + "\n");
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toList();
        line(rows.get(0), widths);
        line(widths.stream().map("-"::repeat).toList(), widths);
        rows.stream().skip(1).forEach(row -> line(row, widths));
        System.out.println();
    }

    private static void line(List<String> cells, List<Integer> widths) {
        System.out.println(IntStream.range(0, cells.size())
                .mapToObj(column -> ("%-" + widths.get(column) + "s").formatted(cells.get(column)))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }
}
