package org.almbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {

    @TempDir
    Path folder;

    @Test
    void makesTheFolder() throws IOException {
        Path file = folder.resolve("not/there/yet/ledger.db");

        LedgerFile.acquire("jdbc:sqlite:" + file).close();

        assertThat(file.getParent()).isDirectory();
    }

    @Test
    void servesOneProcessAtATime() throws IOException {
        String url = "jdbc:sqlite:" + folder.resolve("ledger.db");
        LedgerFile held = LedgerFile.acquire(url);

        assertThatThrownBy(() -> LedgerFile.acquire(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bridge.ledger.url")
                .hasMessageContaining(folder.resolve("ledger.db") + " is in use by another process")
                .hasMessageContaining("stop the other one");
        assertThatThrownBy(() -> LedgerFile.acquire(url + "?cache=shared"))
                .hasMessageContaining("is in use by another process");
        held.close();
        LedgerFile.acquire(url).close();
    }

    @Test
    void letsLedgersSideBySideAlone() throws IOException {
        LedgerFile first = LedgerFile.acquire("jdbc:sqlite:" + folder.resolve("first.db"));
        LedgerFile second = LedgerFile.acquire("jdbc:sqlite:" + folder.resolve("second.db"));

        first.close();
        second.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data/ledger.db", "jdbc:mysql://db.example.com/ledger", "jdbc:h2:mem:ledger"})
    void refusesAUrlOfAnotherKind(String url) {
        assertThatThrownBy(() -> LedgerFile.acquire(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bridge.ledger.url is '" + url + "'")
                .hasMessageContaining("jdbc:sqlite:data/ledger.db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:sqlite:", "jdbc:sqlite:?mode=ro", "jdbc:sqlite::memory:", "jdbc:sqlite:file::memory:"})
    void refusesALedgerThatIsNoFile(String url) {
        assertThatThrownBy(() -> LedgerFile.acquire(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("lost when the process ends");
    }

    @Test
    void saysWhyAFileCannotBeOpened() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> LedgerFile.acquire("jdbc:sqlite:" + notAFolder.resolve("ledger.db")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bridge.ledger.url")
                .hasMessageContaining("cannot be opened");
    }
}
