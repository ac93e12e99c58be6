package org.almbridge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipContentTest {

    private static final String PEOPLE = "email,name\nann@example.com,Ann\nbo@example.com,Bo\n";
    private static final UnpackBounds NARROW = new UnpackBounds(5_000_000, 20, 10_000);

    @ParameterizedTest
    @ValueSource(strings = {"", "e", PEOPLE})
    void givesWhatIsNotPackedAsItIs(String text) throws IOException {
        assertThat(unpacked(text.getBytes(UTF_8))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", PEOPLE})
    void unpacksWhatIsPacked(String text) throws IOException {
        assertThat(unpacked(gzip(text))).isEqualTo(text);
    }

    @Test
    void unpacksEveryMemberAlsoFromAStreamThatCannotLookAhead() throws IOException {
        byte[] members =
                join(gzip("email,name\n"), gzip(""), gzip("ann@example.com,Ann\n"), gzip("bo@example.com,Bo\n"));

        assertThat(unpacked(members)).isEqualTo(PEOPLE);
        assertThat(new String(
                        GzipContent.unpack(slow(members), UnpackBounds.USUAL).readAllBytes(), UTF_8))
                .isEqualTo(PEOPLE);
    }

    @Test
    void givesTheRowsBeforeTheEndOfACutOffInput() throws IOException {
        byte[] csv = gzip(PEOPLE);

        try (Rows rows = csv(Arrays.copyOf(csv, csv.length - 9))) {
            assertThat(rows.next().columns()).containsEntry("email", "ann@example.com");
            Inputs.assertUnreadable(
                    () -> rows.forEachRemaining(row -> {}), "gzipped", "cut off behind", "send all of it again");
        }
    }

    @Test
    void noticesADamageThatStillUnpacks() throws IOException {
        byte[] csv = gzip(PEOPLE);
        csv[csv.length - 8] ^= 1;

        try (Rows rows = csv(csv)) {
            Inputs.assertUnreadable(() -> rows.forEachRemaining(row -> {}), "damaged", "behind 49 unpacked bytes");
        }
    }

    @Test
    void losesNoMemberBehindGarbageUnseen() throws IOException {
        byte[] csv = join(gzip(PEOPLE), "garbage".getBytes(UTF_8), gzip("cy@example.com,Cy\n"));

        try (Rows rows = csv(csv)) {
            Inputs.assertUnreadable(() -> rows.forEachRemaining(row -> {}), "damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9})
    void refusesAHeadThatIsCutOff(int length) throws IOException {
        byte[] head = Arrays.copyOf(gzip(PEOPLE), length);

        assertThatThrownBy(() -> csv(head))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void refusesWhatIsPackedTwice() throws IOException {
        byte[] twice = gzip(gzip(PEOPLE));

        assertThatThrownBy(() -> csv(twice))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("the input is gzipped twice: gzip it once, and send it again");
    }

    @Test
    void stopsABombLongBeforeItsEnd() throws IOException {
        byte[] bomb = gzip(PEOPLE + "\n".repeat(50_000_000) + "cy@example.com,Cy\n");

        try (Rows rows = new CsvRowReader()
                .open(GzipContent.unpack(new ByteArrayInputStream(bomb), NARROW), InputSettings.DEFAULTS)) {
            assertThat(rows.next().number()).isEqualTo(2);
            Inputs.assertUnreadable(() -> rows.forEachRemaining(row -> {}), "more than 20 times its size");
        }
    }

    @Test
    void boundsWhatPacksBadlyToo() throws IOException {
        byte[] noise = new byte[6_000_000];
        new Random(1).nextBytes(noise);

        assertThatThrownBy(() -> GzipContent.unpack(new ByteArrayInputStream(gzip(noise)), NARROW)
                        .readAllBytes())
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("more than 5000000 bytes");
    }

    @Test
    void readsNoEndlessNameInTheHead() throws IOException {
        byte[] head = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0};
        EndlessStream name = new EndlessStream("x", 100_000_000);

        assertThatThrownBy(() -> GzipContent.unpack(
                        new SequenceInputStream(new ByteArrayInputStream(head), name), UnpackBounds.USUAL))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("no content");
        assertThat(name.given()).isLessThan(2_000_000);
    }

    @Test
    void handsAFailureOfTheStreamItselfOn() throws IOException {
        byte[] csv = gzip(PEOPLE);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(csv, 0, csv.length - 9), Inputs.broken());
        InputStream content = GzipContent.unpack(broken, UnpackBounds.USUAL);

        assertThatThrownBy(content::readAllBytes)
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    private static Rows csv(byte[] packed) throws IOException {
        return new CsvRowReader()
                .open(GzipContent.unpack(new ByteArrayInputStream(packed), UnpackBounds.USUAL), InputSettings.DEFAULTS);
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (InputStream in = GzipContent.unpack(new ByteArrayInputStream(bytes), UnpackBounds.USUAL)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** One byte at a time, and never knowing of a further one. */
    private static InputStream slow(byte[] bytes) {
        return new InputStream() {
            private int position;

            @Override
            public int read() {
                return position < bytes.length ? bytes[position++] & 0xff : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int next = read();
                target[offset] = (byte) next;
                return next < 0 ? -1 : 1;
            }
        };
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.write(part);
        }
        return joined.toByteArray();
    }
}
