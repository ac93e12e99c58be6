package org.almbridge.ledger;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the ledger, wherever it is kept. */
@ParameterizedClass(name = "{0}")
@EnumSource(Store.class)
abstract class LedgerTest {

    @Parameter
    Store store;

    @TempDir
    Path folder;

    TestLedger ledger;

    /** Further keys of the configuration without {@code bridge.}, each followed by its value. */
    String[] keysAndValues() {
        return new String[0];
    }

    @BeforeEach
    void open() {
        ledger = new TestLedger(store, folder, keysAndValues());
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }
}
