package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.almbridge.TestConfig;
import org.almbridge.learner.NewLearner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingTest {

    /** Far more than any reader may be ahead. */
    private static final int PEOPLE = 250_000;

    /** As many as a sheet of Excel takes, nearly: the table of their texts is held in memory. */
    private static final int IN_A_WORKBOOK = 1_000_000;

    private static final String INLINE_CELLS = "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t>%2$s</t></is></c>"
            + "<c r=\"B%1$d\" t=\"inlineStr\"><is><t>%3$s</t></is></c>"
            + "<c r=\"C%1$d\" t=\"inlineStr\"><is><t>%4$s</t></is></c></row>";
    private static final String SHARED_CELLS = "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"s\"><v>%5$d</v></c>"
            + "<c r=\"B%1$d\" t=\"s\"><v>%6$d</v></c><c r=\"C%1$d\" t=\"s\"><v>%7$d</v></c></row>";

    static Stream<Format> formats() {
        String object = "{\"email\":\"p%1$d@example.com\",\"name\":\"P\u00e9rson, %1$d\",\"userUniqueId\":\"E%1$d\","
                + "\"fields\":{\"Site\":\"North\"}}";
        return Stream.of(
                new Format(
                        new CsvRowReader(),
                        true,
                        "email,name,userUniqueId,fields.Site\r\n",
                        "p%1$d@example.com,\"P\u00e9rson, %1$d\",E%1$d,North\r\n",
                        ""),
                new Format(new JsonRowReader(), false, "[{\"name\":\"nobody\"}", ",\n" + object, "\n]"),
                new Format(
                        new JsonRowReader(),
                        false,
                        "{\"links\":{},\"data\":[{\"name\":\"nobody\"}",
                        "," + object,
                        "],\"meta\":{}}"),
                new Format(new NdjsonRowReader(), false, "{\"name\":\"nobody\"}\n", object + "\n", ""));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsRowsOneAtATime(Format format) throws IOException {
        GeneratedPeople people = new GeneratedPeople(format, PEOPLE);
        RowValidator validator = new RowValidator(TestConfig.bridge());

        try (Rows rows = format.open(people)) {
            assertThat(people.lines).isLessThan(1_000);
            int good = 0;
            int farthestAhead = 0;
            for (int person = 1; person <= PEOPLE; person++) {
                Row row = rows.next();
                if (row.number() == person + 1 && validator.validate(row) instanceof NewLearner) {
                    good++;
                }
                farthestAhead = Math.max(farthestAhead, people.lines - person);
            }
            assertThat(good).isEqualTo(PEOPLE);
            assertThat(farthestAhead).isLessThan(1_000);
            assertThat(rows).isExhausted();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void givesARowAsSoonAsItIsThere(Format format) throws IOException {
        GeneratedPeople people = new GeneratedPeople(format, 10);

        try (Rows rows = format.open(people)) {
            rows.next();
            assertThat(people.lines).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void unpacksOnTheWay() throws IOException {
        Format csv = formats().findFirst().orElseThrow();
        GeneratedPeople people = new GeneratedPeople(csv, PEOPLE);

        try (Rows rows = csv.open(GzipContent.unpack(new Gzipped(people), UnpackBounds.USUAL))) {
            int farthestAhead = 0;
            for (int person = 1; person <= PEOPLE; person++) {
                assertThat(rows.next().number()).isEqualTo(person + 1);
                farthestAhead = Math.max(farthestAhead, people.lines - person);
            }
            assertThat(farthestAhead).isLessThan(20_000);
            assertThat(rows).isExhausted();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAMillionRowsOfAWorkbook(boolean shared, @TempDir Path folder) throws IOException {
        Path workbook = folder.resolve("people.xlsx");
        writeWorkbook(workbook, shared);
        RowValidator validator = new RowValidator(TestConfig.bridge());

        try (Rows rows = new XlsxRowReader().open(Files.newInputStream(workbook), InputSettings.DEFAULTS)) {
            int good = 0;
            for (int person = 1; person <= IN_A_WORKBOOK; person++) {
                Row row = rows.next();
                if (row.number() == person + 1
                        && row.columns().get("name").equals("P\u00e9rson, " + person)
                        && validator.validate(row) instanceof NewLearner) {
                    good++;
                }
            }
            assertThat(good).isEqualTo(IN_A_WORKBOOK);
            assertThat(rows).isExhausted();
        }
    }

    /** @param shared whether texts stand in a table of their own, as Excel writes them */
    private static void writeWorkbook(Path file, boolean shared) throws IOException {
        Workbook parts = new Workbook().texts("").sheet("People", "");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, String> part : parts.parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                boolean sheet = part.getKey().contains("worksheets");
                Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 65_536);
                if (sheet) {
                    text.write("<worksheet><sheetData>");
                    writePeople(text, shared ? SHARED_CELLS : INLINE_CELLS);
                    text.write("</sheetData></worksheet>");
                } else if (shared && part.getKey().contains("sharedStrings")) {
                    text.write("<sst>");
                    writePeople(text, "<si><t>%2$s</t></si><si><t>%3$s</t></si><si><t>%4$s</t></si>");
                    text.write("</sst>");
                } else {
                    text.write(part.getValue());
                }
                text.flush();
                zip.closeEntry();
            }
        }
    }

    private static void writePeople(Writer text, String pattern) throws IOException {
        for (int person = 0; person <= IN_A_WORKBOOK; person++) {
            text.write(pattern.replace("%1$d", Integer.toString(person + 1))
                    .replace("%2$s", person == 0 ? "email" : "p" + person + "@example.com")
                    .replace("%3$s", person == 0 ? "name" : "P\u00e9rson, " + person)
                    .replace("%4$s", person == 0 ? "userUniqueId" : "E" + person)
                    .replace("%5$d", Integer.toString(3 * person))
                    .replace("%6$d", Integer.toString(3 * person + 1))
                    .replace("%7$d", Integer.toString(3 * person + 2)));
        }
    }

    /**
     * How to write people.
     *
     * @param header whether the head is no row of its own
     * @param person a pattern that takes the person's number
     */
    private record Format(RowReader reader, boolean header, String head, String person, String tail) {

        /** Behind what stands before the first person. */
        Rows open(InputStream in) throws IOException {
            Rows rows = reader.open(in, InputSettings.DEFAULTS);
            if (!header) {
                rows.next();
            }
            return rows;
        }

        @Override
        public String toString() {
            return reader.format() + ": " + head.strip();
        }
    }

    /** Packs another stream as far as it is read. */
    private static final class Gzipped extends InputStream {
        private final InputStream plain;
        private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        private final GZIPOutputStream gzip;
        private byte[] part = {};
        private int position;

        Gzipped(InputStream plain) throws IOException {
            this.plain = plain;
            this.gzip = new GZIPOutputStream(packed);
        }

        @Override
        public int read() throws IOException {
            while (position == part.length) {
                byte[] next = plain.readNBytes(4_096);
                if (next.length == 0) {
                    gzip.close();
                } else {
                    gzip.write(next);
                }
                part = packed.toByteArray();
                packed.reset();
                position = 0;
                if (next.length == 0 && part.length == 0) {
                    return -1;
                }
            }
            return part[position++] & 0xff;
        }
    }

    /** Makes up one person at a time as it is read, as a slow network would deliver it. */
    private static final class GeneratedPeople extends InputStream {
        private final Format format;
        private final int people;
        private byte[] part;
        private int position;
        private int lines;
        private boolean ended;

        GeneratedPeople(Format format, int people) {
            this.format = format;
            this.people = people;
            this.part = format.head().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == part.length && !next()) {
                return -1;
            }
            int count = Math.min(length, part.length - position);
            System.arraycopy(part, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean next() {
            if (ended) {
                return false;
            }
            ended = lines == people;
            String text = ended ? format.tail() : format.person().replace("%1$d", Integer.toString(++lines));
            part = text.getBytes(StandardCharsets.UTF_8);
            position = 0;
            return part.length > 0;
        }
    }
}
