package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.almbridge.learner.NewLearner;
import org.junit.jupiter.api.Test;

class CsvStreamingTest {

    private static final int PEOPLE = 200_000;

    @Test
    void readsTwoHundredThousandRowsOneAtATime() throws IOException {
        GeneratedPeople people = new GeneratedPeople(PEOPLE);
        RowValidator validator = new RowValidator();

        try (Rows rows = CsvInputs.open(people)) {
            assertThat(people.lines).isLessThan(1_000);
            for (int person = 1; person <= PEOPLE; person++) {
                Row row = rows.next();
                assertThat(row.number()).isEqualTo(person + 1);
                assertThat(validator.validate(row)).isInstanceOf(NewLearner.class);
                assertThat(people.lines - person).isLessThan(1_000);
            }
            assertThat(rows).isExhausted();
        }
    }

    @Test
    void givesARowAsSoonAsItsLineIsThere() throws IOException {
        GeneratedPeople people = new GeneratedPeople(10);

        try (Rows rows = CsvInputs.open(people)) {
            rows.next();
            assertThat(people.lines).isLessThanOrEqualTo(3);
        }
    }

    /** Makes up one line at a time as it is read, as a slow network would deliver it. */
    private static final class GeneratedPeople extends InputStream {
        private final int people;
        private byte[] line = "email,name,userUniqueId,fields.Site\r\n".getBytes(StandardCharsets.UTF_8);
        private int position;
        private int lines;

        GeneratedPeople(int people) {
            this.people = people;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == line.length) {
                if (lines == people) {
                    return -1;
                }
                lines++;
                position = 0;
                line = ("p" + lines + "@example.com,\"Pérson, " + lines + "\",E" + lines + ",North\r\n")
                        .getBytes(StandardCharsets.UTF_8);
            }
            int count = Math.min(length, line.length - position);
            System.arraycopy(line, position, target, offset, count);
            position += count;
            return count;
        }
    }
}
