package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BatchIdTest {

    private static final String ROWS = "email,name\nann@example.com,Ann\n";

    @Test
    void namesTheSameInputTheSame() throws IOException {
        assertThat(id("hr-drop", "people.csv", ROWS))
                .isEqualTo(id("hr-drop", "people.csv", ROWS))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void tellsSourcesApart() throws IOException {
        assertThat(id("hr-drop", "people.csv", ROWS)).isNotEqualTo(id("hr-sftp", "people.csv", ROWS));
    }

    @Test
    void tellsInputsApart() throws IOException {
        assertThat(id("hr-drop", "people.csv", ROWS)).isNotEqualTo(id("hr-drop", "people2.csv", ROWS));
    }

    @Test
    void tellsContentsApart() throws IOException {
        assertThat(id("hr-drop", "people.csv", ROWS)).isNotEqualTo(id("hr-drop", "people.csv", ROWS + "\n"));
    }

    @Test
    void doesNotMixSourceNameAndContentUp() throws IOException {
        assertThat(id("hr", "people.csv", ROWS))
                .isNotEqualTo(id("hrpeople", ".csv", ROWS))
                .isNotEqualTo(id("hr", "people.cs", "v" + ROWS));
    }

    private static String id(String source, String input, String content) throws IOException {
        return BatchId.of(source, input, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
