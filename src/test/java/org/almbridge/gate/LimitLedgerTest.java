package org.almbridge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.almbridge.ledger.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitLedgerTest {

    @TempDir
    private Path folder;

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
    void keepsALimitAcrossARestart() throws IOException {
        new LimitLedger(ledger.state()).keep("POST", new Limit(500 / 60.0, 20));
        ledger.close();
        ledger = new TestLedger(folder);

        assertThat(new LimitLedger(ledger.state()).limit("POST")).contains(new Limit(500 / 60.0, 20));
        assertThat(new LimitLedger(ledger.state()).limit("GET")).isEmpty();
    }

    @Test
    void forgetsOneThatIsOver() {
        LimitLedger limits = new LimitLedger(ledger.state());
        limits.keep("POST", new Limit(30, 10));
        limits.keep("POST", null);
        ledger.state().put("fence", "").join();

        assertThat(limits.limit("POST")).isEmpty();
    }
}
