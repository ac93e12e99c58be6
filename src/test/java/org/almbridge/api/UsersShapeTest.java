package org.almbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersShapeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{}]                        | ARRAY    | /2",
                "{}                          | ONE      | ''",
                "{\"fields\": {\"data\": 1}} | ONE      | ''",
                "{\"a\": [1], \"data\": [    | ENVELOPE | /data/2",
                "{} {}                       | ARRAY    | /2",
                "{\"a\":                     | ARRAY    | /2",
                "''                          | ARRAY    | /2"
            })
    void tellsWhereAPersonStands(String content, UsersShape shape, String thirdPerson) throws IOException {
        Path file = Files.writeString(folder.resolve("content"), content);

        assertThat(UsersShape.of(file)).isEqualTo(shape);
        assertThat(shape.pointer(3)).isEqualTo(thirdPerson);
    }
}
