package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.almbridge.BridgeConfig;
import org.almbridge.TestConfig;
import org.almbridge.course.CourseDirectory;
import org.almbridge.intake.JsonRecords.JsonRecord;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.BatchLedger;
import org.almbridge.ledger.HeldBatch;
import org.almbridge.ledger.TestLedger;
import org.almbridge.support.LogLines;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes inputs through the steps of the route accept-batch, in the order of the route. */
class BatchStepsTest {

    private static final String TWO_PEOPLE_ONE_BAD = """
            email,name,Shoe size
            ann@example.com,Ann,38
            not an address,Bob,44
            cleo@example.com,Cleo,39
            """;

    /** Rules that name their instance ask for nothing. */
    private static final CourseDirectory NO_DIRECTORY = null;

    @TempDir
    Path folder;

    private TestLedger ledger;
    private BridgeConfig config;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        config = TestConfig.bridge(settings());
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void acceptsTheGoodRowsAndReportsTheBad() throws Exception {
        Exchange exchange = accept(exchange(TWO_PEOPLE_ONE_BAD, "csv"));

        assertThat(ledger.claim())
                .extracting(learner -> learner.learner().key())
                .containsExactly("ann@example.com", "cleo@example.com");
        assertThat(exchange.getVariable(BatchVariables.SHELF)).isEqualTo(".done");
        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(Files.readString(report)).contains("hr-drop,people.csv,3,"));
    }

    @Test
    void enrolsEverybodyInWhatTheRulesSay() throws Exception {
        accept(exchange(TWO_PEOPLE_ONE_BAD, "csv"));

        assertThat(ledger.claim())
                .extracting(LearnerInFlight::learner)
                .allSatisfy(learner ->
                        assertThat(learner.enrolments()).containsExactly(new Enrolment("course:1", "course:1_10")));
    }

    @Test
    void notesTheColumnsThatMeanNothing() throws Exception {
        Exchange exchange = accept(exchange(TWO_PEOPLE_ONE_BAD, "csv"));

        assertThat(BatchVariables.batch(exchange).ignoredColumns()).containsExactly("Shoe size");
    }

    @Test
    void notesTheColumnsThatOnlyALaterRowHas() throws Exception {
        Exchange exchange = accept(exchange("{\"name\":\"Ann\"}\n{\"Shoe size\":38}\n", "ndjson"));

        assertThat(BatchVariables.batch(exchange).ignoredColumns()).containsExactly("Shoe size");
    }

    @Test
    void tellsOnceOfTheColumnsThatAFeedAlwaysHas() throws Exception {
        LogLines log = new LogLines(BatchCloser.class.getName());
        BatchCloser closer = new BatchCloser(
                ledger.batches(), new RejectReport(config, ledger.batches()), Clock.systemUTC(), List.of());
        log.start();
        for (String columns : new String[] {"updatedAt", "updatedAt", "updatedAt, etag", ""}) {
            OpenBatch page = new OpenBatch("b1", "hr-api", "page 1", true);
            page.ignoredColumns(columns.isEmpty() ? Set.of() : Set.of(columns.split(", ")));
            Exchange exchange = exchange("", "json");
            BatchVariables.batch(exchange, page);
            closer.process(exchange);
        }
        log.stop();

        assertThat(log.lines())
                .filteredOn(line -> line.contains("not understood"))
                .hasSize(2);
    }

    @Test
    void changesNothingWhenAnInputIsReadAgain() throws Exception {
        accept(exchange(TWO_PEOPLE_ONE_BAD, "csv"));
        ledger.claim();

        accept(exchange(TWO_PEOPLE_ONE_BAD, "csv"));

        assertThat(ledger.claim()).isEmpty();
        assertThat(reports()).hasSize(1);
    }

    @Test
    void keepsTheRowsBeforeAFault() throws Exception {
        Exchange exchange = accept(exchange(TWO_PEOPLE_ONE_BAD + "\"dora@example.com,Dora", "csv"));

        assertThat(ledger.claim()).hasSize(2);
        assertThat(exchange.getVariable(BatchVariables.SHELF)).isEqualTo(".failed");
        assertThat(exchange.getVariable(BatchVariables.FAILURE, String.class))
                .startsWith("people.csv cannot be read: ")
                .contains("3 rows before that place were read: 2 are accepted and go on, 1 are rejected.");
    }

    @Test
    void shelvesAnInputThatCannotBeReadAtAll() throws Exception {
        Exchange exchange = accept(exchange("", "csv"));

        assertThat(exchange.getVariable(BatchVariables.SHELF)).isEqualTo(".failed");
        assertThat(BatchVariables.batch(exchange).failure()).isNotBlank();
        assertThat(reports()).isEmpty();
    }

    @Test
    void holdsAnInputThatIsLargerThanUsual() throws Exception {
        limit("intake.max-batch-size", "2");

        Exchange exchange = accept(exchange(TWO_PEOPLE_ONE_BAD, "csv"));

        assertThat(BatchVariables.batch(exchange).held())
                .isEqualTo("3 rows are more than bridge.intake.max-batch-size = 2 allows");
        assertThat(ledger.claim()).isEmpty();
        assertThat(exchange.getVariable(BatchVariables.SHELF)).isEqualTo(".done");
        assertThat(reports()).hasSize(1);
    }

    @Test
    void holdsAnInputWithMoreBadRowsThanUsual() throws Exception {
        limit("intake.max-rejected-share", "0.3");

        Exchange exchange = accept(exchange(TWO_PEOPLE_ONE_BAD, "csv"));

        assertThat(BatchVariables.batch(exchange).held())
                .isEqualTo("1 of 3 rows are rejected, more than bridge.intake.max-rejected-share = 0.3 allows");
        assertThat(ledger.claim()).isEmpty();
    }

    @Test
    void holdsNothingWithinTheLimits() throws Exception {
        limit("intake.max-rejected-share", "0.34", "intake.max-batch-size", "3");

        accept(exchange(TWO_PEOPLE_ONE_BAD, "csv"));

        assertThat(ledger.claim()).hasSize(2);
    }

    @Test
    void holdsNothingWhereNoRowIsGoodOrCanBeRead() throws Exception {
        limit("intake.max-rejected-share", "0");

        Exchange allBad = accept(exchange("email,name\nnot an address,Bob\n", "csv"));
        Exchange unreadable = accept(exchange("", "csv"));

        assertThat(BatchVariables.batch(allBad).held()).isNull();
        assertThat(BatchVariables.batch(unreadable).held()).isNull();
        assertThat(unreadable.getVariable(BatchVariables.SHELF)).isEqualTo(".failed");
    }

    @Test
    void judgesAnInputThatBreaksOffByWhatCanBeRead() throws Exception {
        limit("intake.max-rejected-share", "0.3");

        Exchange exchange = accept(exchange(TWO_PEOPLE_ONE_BAD + "\"dora@example.com,Dora", "csv"));

        assertThat(BatchVariables.batch(exchange).held()).startsWith("1 of 3 rows are rejected");
        assertThat(exchange.getVariable(BatchVariables.SHELF)).isEqualTo(".failed");
    }

    @Test
    void letsTheRowsOfAnApprovedBatchGoOn() throws Exception {
        limit("intake.max-batch-size", "2");
        String id = BatchVariables.batch(accept(exchange(TWO_PEOPLE_ONE_BAD, "csv")))
                .id();
        ledger.held().approve(id);

        release(id);

        assertThat(ledger.claim())
                .extracting(learner -> learner.learner().key())
                .containsExactly("ann@example.com", "cleo@example.com");
        accept(exchange(TWO_PEOPLE_ONE_BAD, "csv"));
        assertThat(ledger.held().rows(id, -1, 10)).isEmpty();
    }

    @Test
    void closesAnInputThatItCannotRead() {
        Watched content = new Watched("");
        Exchange exchange = exchange("", "csv");
        BatchVariables.batch(exchange, new OpenBatch("b1", "hr-drop", "people.csv"));
        exchange.setVariable(BatchVariables.SOURCE, "hr-drop");
        exchange.getMessage().setBody(content);

        new BatchRows(new InputRows(new Readers(new CsvRowReader()), new SourceSettings(config))).evaluate(exchange);

        assertThat(content.closed).isTrue();
    }

    @Test
    void knowsTheFormatsThatHaveAReader() {
        assertThatThrownBy(() -> accept(exchange(TWO_PEOPLE_ONE_BAD, "xml")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'xml'");
    }

    private Exchange exchange(String content, String format) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable(BatchVariables.SOURCE, "hr-drop");
        exchange.setVariable(BatchVariables.INPUT, "people.csv");
        exchange.setVariable(BatchVariables.FORMAT, format);
        exchange.getMessage().setBody(content.getBytes(StandardCharsets.UTF_8));
        return exchange;
    }

    @Test
    void letsAllRecordsOfAnApprovedBatchGoOn() throws Exception {
        limit("intake.max-batch-size", "1");
        Exchange exchange = exchange("", "json");
        exchange.getMessage().setBody(new Records(record(0, "ann"), record(1, "bob")));
        String id = BatchVariables.batch(accept(exchange)).id();
        ledger.held().approve(id);

        release(id);

        assertThat(ledger.claim()).hasSize(2);
    }

    private record Records(List<JsonRecord> records) implements JsonRecords {
        Records(JsonRecord... records) {
            this(List.of(records));
        }
    }

    private static JsonRecord record(int number, String name) {
        String person = "{\"email\": \"" + name + "@example.com\", \"name\": \"" + name + "\"}";
        return new JsonRecord(number, 0, person.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reportsWhatARowMeetsOnlyWhenItsBatchGoesOn() throws Exception {
        limit("intake.max-batch-size", "1");
        String people = "email,name\nann@example.com,Ann\nann@example.com,Anne\n";
        String id = BatchVariables.batch(accept(exchange(people, "csv"))).id();
        assertThat(reports()).isEmpty();
        ledger.held().approve(id);

        release(id);

        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(Files.readString(report))
                        .contains("row 2 has the same person, but differs in name"));
    }

    private void limit(String... more) {
        config = TestConfig.bridge(
                Stream.of(settings(), more).flatMap(Stream::of).toArray(String[]::new));
    }

    private String[] settings() {
        return new String[] {
            "rejects.directory", folder.resolve("rejected").toString(),
            "enrolments.welcome.lo-id", "course:1",
            "enrolments.welcome.lo-instance-id", "course:1_10"
        };
    }

    private Exchange accept(Exchange exchange) throws Exception {
        BatchLedger batches = ledger.batches();
        InputRows inputs =
                new InputRows(new Readers(new CsvRowReader(), new NdjsonRowReader()), new SourceSettings(config));
        resolveRules(exchange);
        new BatchOpener(batches).process(exchange);
        new BatchGuard(config, inputs, judge(), ledger.held()).process(exchange);
        acceptRows(exchange, new BatchRows(inputs).evaluate(exchange));
        new BatchCloser(batches, new RejectReport(config, batches), Clock.systemUTC(), List.of()).process(exchange);
        return exchange;
    }

    /** The same for the route release-batch. */
    private void release(String id) throws Exception {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("held", new HeldBatch(id, "hr-drop", "people.csv", 1));
        resolveRules(exchange);
        new HeldBatchOpener().process(exchange);
        acceptRows(exchange, new HeldRows(ledger.held()).evaluate(exchange));
        new HeldBatchCloser(ledger.held(), new RejectReport(config, ledger.batches())).process(exchange);
    }

    private void resolveRules(Exchange exchange) throws Exception {
        RuleConditions conditions = new RuleConditions(config, exchange.getContext());
        new RuleResolver(new EnrolmentRules(config, NO_DIRECTORY, conditions)).process(exchange);
    }

    private void acceptRows(Exchange exchange, Object chunks) throws Exception {
        RowAcceptor acceptor = new RowAcceptor(judge(), ledger.batches(), ledger.held(), List.of());
        for (Iterator<?> each = (Iterator<?>) chunks; each.hasNext(); ) {
            exchange.getMessage().setBody(each.next());
            acceptor.process(exchange);
        }
    }

    private RowJudge judge() {
        return new RowJudge(new RowValidator(config));
    }

    private List<Path> reports() throws IOException {
        Path rejected = folder.resolve("rejected");
        if (!Files.exists(rejected)) {
            return List.of();
        }
        try (var files = Files.list(rejected)) {
            return files.toList();
        }
    }

    /** Tells whether it was closed. */
    private static final class Watched extends ByteArrayInputStream {
        private boolean closed;

        Watched(String content) {
            super(content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            closed = true;
            super.close();
        }
    }
}
