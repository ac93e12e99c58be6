package org.almbridge.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.almbridge.TestConfig;
import org.almbridge.ledger.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTokenTest {

    @TempDir
    Path folder;

    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void beginsWithTheConfiguredOne() throws SQLException {
        assertThat(configured("first").current()).isEqualTo("first");
    }

    @Test
    void keepsARotatedOneAcrossARestart() throws SQLException {
        rotate("first", "second");
        rotate("first", "third");

        assertThat(configured("first").current()).isEqualTo("third");
    }

    @Test
    void prefersAConfiguredOneThatHasChanged() throws SQLException {
        rotate("first", "second");

        assertThat(configured("newer").current()).isEqualTo("newer");
    }

    @Test
    void tellsOfAReplacementOnlyWhenThereIsOne() throws SQLException {
        RefreshToken token = configured("first");
        assertThat(token.replacement()).isEmpty();
        token.current();
        token.replacedBy("first").join();
        assertThat(token.replacement()).isEmpty();

        token.replacedBy("second").join();

        assertThat(token.replacement()).hasValue("second");
    }

    @Test
    void keepsTheOldOneWhenAlmNamesNone() throws SQLException {
        rotate("first", "");

        assertThat(configured("first").current()).isEqualTo("first");
    }

    @Test
    void leavesNothingLegibleInTheLedger() throws SQLException, IOException {
        rotate("first", "rotated-secret");
        ledger.close();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("rotated-secret"));
        }
    }

    private void rotate(String configured, String granted) throws SQLException {
        RefreshToken token = configured(configured);
        token.current();
        token.replacedBy(granted).join();
    }

    /** As the next start finds it. */
    private RefreshToken configured(String value) {
        return new RefreshToken(
                TestConfig.bridge(
                        "alm.oauth.client-id", "c", "alm.oauth.client-secret", "s", "alm.oauth.refresh-token", value),
                ledger.state());
    }
}
