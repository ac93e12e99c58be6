package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A ledger that a bridge is at work on, as a process sees it that only looks. */
class ForeignLedgerTest extends LedgerTest {

    private static final String LEARNERS = "SELECT count(*) FROM learner";

    @Test
    void seesWhatABridgeWritesMeanwhile() throws SQLException {
        try (ForeignLedger seen = ledger.seenByAnother()) {
            assertThat(seen.<Long>read(sql -> sql.count(LEARNERS))).isZero();

            ledger.accept("b1", person(2, "ann", WELCOME));

            assertThat(seen.<Long>read(sql -> sql.count(LEARNERS))).isOne();
        }
    }

    @Test
    void writesNothing() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));

        try (ForeignLedger seen = ledger.seenByAnother()) {
            assertThatThrownBy(() -> seen.read(sql -> sql.update("DELETE FROM learner")))
                    .isInstanceOf(SQLException.class);
        }

        assertThat(ledger.count(LEARNERS)).isOne();
    }

    @Test
    void refusesALedgerOfAnOlderRelease() {
        change("DELETE FROM flyway_schema_history WHERE version = '3'");

        assertThatThrownBy(ledger::seenByAnother)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("of an older release");
    }

    @Test
    void refusesALedgerOfANewerRelease() {
        change("UPDATE flyway_schema_history SET version = '999' WHERE version = '3'");

        assertThatThrownBy(ledger::seenByAnother)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a newer release");
    }

    private void change(String sql) {
        ledger.database().write(written -> written.update(sql)).join();
    }
}
