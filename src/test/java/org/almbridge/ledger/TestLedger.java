package org.almbridge.ledger;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.almbridge.BridgeConfig;
import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Claim;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.Start;
import org.almbridge.support.Postgres;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** The real ledger on a file in the test's folder, with a clock that the test moves. */
public final class TestLedger implements AutoCloseable {

    private static final int ALL = 1_000;
    private static final String[] SQLITE = {"db/ledger"};
    private static final String[] POSTGRESQL = {"db/ledger", "db/ledger-postgresql"};

    private final SteppedClock clock = new SteppedClock();
    private final Store store;
    private final BridgeConfig config;
    private final Outbox outbox;
    private final DataSource dataSource;
    private LedgerDatabase database;
    private Leadership leadership;
    private Nodes nodes;

    /** @param keysAndValues further keys without {@code bridge.}, each followed by its value */
    public TestLedger(Path folder, String... keysAndValues) {
        this(Store.SQLITE, folder, keysAndValues);
    }

    TestLedger(Store store, Path folder, String... keysAndValues) {
        this(
                store == Store.SQLITE
                        ? "jdbc:sqlite:" + withTables(folder.resolve("ledger.db"))
                        : Postgres.shared().newLedger(),
                keysAndValues);
    }

    /** One that others may be at work on. */
    TestLedger(String url, String... keysAndValues) {
        store = Store.of(url);
        config = TestConfig.bridge(Stream.concat(Stream.of("ledger.url", url), Stream.of(keysAndValues))
                .toArray(String[]::new));
        outbox = new Outbox(config);
        dataSource = store == Store.SQLITE ? dataSource(url) : Postgres.pool(url);
        start();
    }

    private static Path withTables(Path file) {
        if (Files.notExists(file)) {
            try {
                Files.write(file, WithoutRows.CONTENT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** As durable as SQLite is without waiting for a disk. */
    static DataSource dataSource(String url) {
        SQLiteConfig cheap = new SQLiteConfig();
        cheap.setJournalMode(JournalMode.WAL);
        cheap.setSynchronous(SynchronousMode.OFF);
        cheap.setBusyTimeout(10_000);
        cheap.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        SQLiteDataSource dataSource = new SQLiteDataSource(cheap);
        dataSource.setUrl(url);
        return dataSource;
    }

    private void start() {
        database = new LedgerDatabase(
                config.ledger().url(), config.ledger().leaseMs(), clock, () -> dataSource, this::flyway);
        database.open(null);
        leadership = new Leadership(database);
        nodes = new Nodes(database, leadership, config, clock);
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(store == Store.SQLITE ? SQLITE : POSTGRESQL)
                .load();
    }

    /** The same ledger as another process sees it that only reads it. */
    ForeignLedger seenByAnother() {
        String[] keysAndValues = store == Store.SQLITE
                ? new String[] {"ledger.url", config.ledger().url()}
                : new String[] {"ledger.url", config.ledger().url(), "ledger.username", Postgres.USER};
        return ForeignLedger.open(
                TestConfig.bridge(keysAndValues).ledger(), new RehearsalSchema(this::flyway).versions());
    }

    /** A batch that is played through and reaches no ledger. */
    Rehearsal rehearsal(String batch) throws SQLException {
        return new Rehearsals(() -> database, new RehearsalSchema(this::flyway), config, clock)
                .begin(batch, "hr-drop", batch + ".csv", false);
    }

    /** Ends the process, whatever is in flight, and starts the next one. */
    void restart() throws IOException {
        database.close();
        start();
    }

    public SteppedClock clock() {
        return clock;
    }

    BridgeConfig config() {
        return config;
    }

    LedgerDatabase database() {
        return database;
    }

    DueDeliveries deliveries() {
        return new DueDeliveries(database, config, TestConfig.endpoints("file:escalations"), clock);
    }

    Leadership leadership() {
        return leadership;
    }

    Nodes nodes() {
        return nodes;
    }

    public BatchLedger batches() {
        return new BatchLedger(database, outbox, clock);
    }

    public LearnerLedger learners() {
        return new LearnerLedger(database, outbox, clock, List.of());
    }

    public StateLedger state() {
        return new StateLedger(database);
    }

    EscalationLedger escalations() {
        return new EscalationLedger(database, outbox, config, clock, List.of());
    }

    DueOutcomes dueOutcomes() {
        return new DueOutcomes(database, outbox, config, clock);
    }

    public DueLearners due(Admission... admissions) {
        return new DueLearners(database, config, clock, List.of(admissions), List.of());
    }

    /** The same as from a source that brings rows again by itself. */
    void feed(String batch, NewLearner... learners) {
        batches().open(batch, "hr-feed", batch + ".csv", null);
        batches().accept(batch, true, List.of(learners), List.of());
    }

    /** Accepts learners as rows of a batch, which is opened for them. */
    public void accept(String batch, NewLearner... learners) {
        batches().open(batch, "hr-drop", batch + ".csv", null);
        batches().accept(batch, false, List.of(learners), List.of());
    }

    void reject(String batch, RejectedRow... rows) {
        batches().open(batch, "hr-drop", batch + ".csv", null);
        batches().accept(batch, false, List.of(), List.of(rows));
    }

    /** Ends an attempt, as every exchange of a learner does that nothing is wrong with. */
    public void tried(LearnerInFlight learner) {
        Attempt attempt = learner.begin(AlmCall.FIND_USER, null, clock.millis());
        learner.ended(attempt.succeeded(clock.millis(), 200, "gw"));
    }

    public HeldBatches held() {
        return new HeldBatches(database, outbox, clock);
    }

    ErasureLedger erasure() {
        return new ErasureLedger(database);
    }

    LedgerStatistics statistics() {
        return new LedgerStatistics(database);
    }

    ApprovedBatches approved() {
        return new ApprovedBatches(database, config, clock);
    }

    /** Everybody who is due now. */
    public List<LearnerInFlight> claim() {
        return due().claim(ALL);
    }

    /** As of whoever this process has claimed. */
    Claim claim(String key) {
        return new Claim(key, database.epoch());
    }

    Standing created(String key, String almUserId) {
        Attempt outcome = outcome(key, AlmCall.CREATE_USER, null);
        return learners().userKnown(claim(key), outcome, almUserId, false).join();
    }

    boolean enrolled(String key, Enrolment enrolment) {
        return learners()
                .enrolled(claim(key), outcome(key, AlmCall.ENROL_USER, enrolment.loInstanceId()))
                .join();
    }

    boolean escalated(String key, FailureClass failureClass, Enrolment enrolment) {
        String instance = enrolment == null ? null : enrolment.loInstanceId();
        return escalations().open(claim(key), failureClass, instance, 2).join();
    }

    private Attempt outcome(String key, AlmCall call, String instance) {
        int number = (int) count("SELECT count(*) FROM attempt WHERE learner_key = ?", key) + 1;
        return Attempt.started(number, call, instance, clock.millis()).succeeded(clock.millis(), 200, "gw-" + number);
    }

    /** Returns once everything written so far is durable. */
    void flush() {
        database.write(sql -> null).join();
    }

    public String state(String key) {
        return text("SELECT state FROM learner WHERE learner_key = ?", key);
    }

    String state(String key, Enrolment enrolment) {
        return text(
                "SELECT state FROM enrolment WHERE learner_key = ? AND lo_instance_id = ?",
                key,
                enrolment.loInstanceId());
    }

    String text(String query, Object... arguments) {
        return database.write(sql -> sql.first(query, row -> row.getString(1), arguments))
                .join()
                .orElse(null);
    }

    long count(String query, Object... arguments) {
        return database.write(sql -> sql.count(query, arguments)).join();
    }

    /** Rows of rejected_row, as {@code <number>: <reasons>}. */
    List<String> rejected(String batch) throws SQLException {
        return database.read(sql -> sql.query(
                "SELECT row_number, reasons FROM rejected_row WHERE batch_id = ? ORDER BY row_number",
                row -> row.getInt(1) + ": " + row.getString(2),
                batch));
    }

    /** A person of example.com whose key is the first name. */
    public static NewLearner person(int row, String name, Enrolment... enrolments) {
        return person(row, name, name + "@example.com", enrolments);
    }

    static NewLearner person(int row, String name, Start start, Enrolment... enrolments) {
        return person(row, name, name + "@example.com", start, enrolments);
    }

    static NewLearner person(int row, String key, String email, Start start, Enrolment... enrolments) {
        Map<String, String> columns = new HashMap<>(Map.of("email", email, "name", key));
        if (!start.equals(Start.AT_ONCE)) {
            columns.put("startDate", start.toString());
        }
        return new NewLearner(row, key, email, columns, start, List.of(enrolments), List.of());
    }

    static NewLearner person(int row, String key, String email, Enrolment... enrolments) {
        return new NewLearner(row, key, email, Map.of("email", email, "name", key), List.of(enrolments));
    }

    @Override
    public void close() throws IOException {
        database.close();
        if (dataSource instanceof AgroalDataSource pool) {
            pool.close();
        }
    }

    /** The file of a new ledger, which is copied: to make its tables takes longer than most tests. */
    private static final class WithoutRows {
        static final byte[] CONTENT = make();

        private static byte[] make() {
            try {
                Path file = Files.createTempFile("alm-bridge-ledger", ".db");
                Flyway.configure()
                        .dataSource(dataSource("jdbc:sqlite:" + file))
                        .locations(SQLITE)
                        .load()
                        .migrate();
                byte[] content = Files.readAllBytes(file);
                Files.delete(file);
                return content;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
