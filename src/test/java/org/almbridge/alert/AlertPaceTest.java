package org.almbridge.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.almbridge.TestConfig;
import org.almbridge.ledger.TestLedger;
import org.almbridge.support.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When people are told, on the real ledger: after a minute, once an hour, and once when it is over. */
class AlertPaceTest {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    @TempDir
    Path folder;

    private final Trouble trouble = new Trouble();
    private final Set<Integer> deaf = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private TestLedger ledger;
    private AlertLedger book;
    private Watch watch;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        start();
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    /** A process that begins: what is in memory is gone. */
    private void start() {
        book = new AlertLedger(ledger.state());
        watch = new Watch(List.of(trouble), new Pace(TestConfig.bridge()), Set.of(0, 1));
    }

    @Test
    void tellsEveryEndpointOnceWhenItHasLastedLongEnough() throws SQLException {
        trouble.begins();
        look();
        after(MINUTE - 1);
        assertThat(told).isEmpty();

        after(1);
        after(SECOND);

        assertThat(told).containsExactlyInAnyOrder("FIRING at 0", "FIRING at 1");
    }

    @Test
    void keepsSilentAboutWhatIsOverSoon() throws SQLException {
        for (int hiccup = 0; hiccup < 10; hiccup++) {
            trouble.begins();
            after(MINUTE - 1);
            trouble.ends();
            after(SECOND);
        }

        assertThat(told).isEmpty();
    }

    @Test
    void tellsAgainAfterTheCoolDownWhileItLasts() throws SQLException {
        fire();

        after(HOUR - 1);
        assertThat(told).isEmpty();
        after(1);

        assertThat(told).containsExactlyInAnyOrder("FIRING at 0", "FIRING at 1");
    }

    @Test
    void doesNotRemindOfWhatIsToldOnce() throws SQLException {
        trouble.reminds = false;
        fire();

        after(HOUR);

        assertThat(told).isEmpty();
    }

    @Test
    void tellsOnceThatItIsOverWhenItHasBeenSoLongEnough() throws SQLException {
        fire();
        trouble.ends();
        look();
        after(MINUTE - 1);
        assertThat(told).isEmpty();

        after(1);
        after(SECOND);

        assertThat(told).containsExactlyInAnyOrder("RESOLVED at 0", "RESOLVED at 1");
    }

    @Test
    void tellsOfOneBeginningAnHourHoweverOftenItComesAndGoes() throws SQLException {
        for (long passed = 0; passed < HOUR; passed += 4 * MINUTE) {
            trouble.begins();
            look();
            after(2 * MINUTE);
            trouble.ends();
            look();
            after(2 * MINUTE);
        }

        assertThat(told).containsExactlyInAnyOrder("FIRING at 0", "FIRING at 1", "RESOLVED at 0", "RESOLVED at 1");
    }

    @Test
    void tellsOfTheNextBeginningAfterTheCoolDown() throws SQLException {
        fire();
        trouble.ends();
        look();
        after(MINUTE);
        told.clear();
        after(HOUR);
        assertThat(book.read()).isEmpty();

        fire("FIRING at 0", "FIRING at 1");
    }

    @Test
    void remembersOverARestartWhatWasTold() throws SQLException {
        fire();

        start();
        look();
        after(2 * MINUTE);

        assertThat(told).isEmpty();
    }

    @Test
    void tellsAfterARestartThatItIsOver() throws SQLException {
        fire();

        trouble.ends();
        start();
        look();
        assertThat(told).isEmpty(); // what is wrong may not be noticed yet
        after(MINUTE);

        assertThat(told).containsExactlyInAnyOrder("RESOLVED at 0", "RESOLVED at 1");
    }

    @Test
    void triesADeafEndpointAgainAndLeavesTheOtherAlone() throws SQLException {
        deaf.add(0);
        fire("FIRING at 1");

        after(SECOND);
        assertThat(told).isEmpty();
        deaf.clear();
        after(SECOND);
        after(SECOND);

        assertThat(told).containsExactly("FIRING at 0");
    }

    @Test
    void doesNotTellOfTheEndWhoNeverHeardOfTheBeginning() throws SQLException {
        deaf.add(0);
        fire("FIRING at 1");
        trouble.ends();
        look();
        ledger.clock().advance(MINUTE);
        deaf.clear();

        look();
        look();

        assertThat(told).containsExactly("RESOLVED at 1");
    }

    @Test
    void givesUpOnTellingTheEndAfterTheCoolDown() throws SQLException {
        fire();
        deaf.add(0);
        trouble.ends();
        look();
        after(MINUTE);

        after(HOUR);

        assertThat(book.read()).isEmpty();
    }

    private void fire() throws SQLException {
        fire("FIRING at 0", "FIRING at 1");
    }

    private void fire(String... expected) throws SQLException {
        trouble.begins();
        look();
        after(MINUTE);
        assertThat(told).containsExactlyInAnyOrder(expected);
        told.clear();
    }

    private void after(long millis) throws SQLException {
        ledger.clock().advance(millis);
        look();
    }

    private void look() throws SQLException {
        Map<AlertKey, Standing> before = book.read();
        AlertRound round = new AlertRound();
        round.add(book, before, watch.look(before, ledger.clock().millis()));
        for (AlertMessage message : round.messages()) {
            if (!deaf.contains(message.endpoint())) {
                told.add(message.standing().state() + " at " + message.endpoint());
                round.taken(message);
            }
        }
        round.keep();
        Patience.awaiting("the ledger").until(book::isUpToDate);
    }

    private static final class Trouble implements Condition {

        private boolean so;
        private boolean reminds = true;

        void begins() {
            so = true;
        }

        void ends() {
            so = false;
        }

        @Override
        public List<Finding> findings() {
            return so
                    ? List.of(new Finding("Trouble", "here", Severity.WARNING, null, "text", "advice", 1L, reminds))
                    : List.of();
        }

        @Override
        public boolean judges(AlertKey key) {
            return key.alert().equals("Trouble");
        }
    }
}
