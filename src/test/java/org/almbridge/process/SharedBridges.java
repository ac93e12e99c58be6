package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.almbridge.support.Postgres;

/** Three bridges, each in a folder of its own, with one ledger, one inbox and one ALM; and what befalls them. */
final class SharedBridges implements AutoCloseable {

    private static final int BRIDGES = 3;
    private static final int SIGTERM = 143;

    /** A bridge that knows ALM's limit has twice its connections under way at most. */
    private static final int CALLS_HELD_UP = BRIDGES * 64;

    /** While a bridge stands still the others make so many calls: one for that many people. */
    private static final int CALLS_OF_OTHERS = 10;

    private final Path directory;
    private final int people;
    private final Duration patience;
    private final SimulatedAlm alm;
    private final Postgres postgres;
    private final String url;
    private final DataSource ledger;
    private final BridgeProcess[] bridges = new BridgeProcess[BRIDGES];
    private int freezes;
    private int restarts;

    SharedBridges(Path directory, SimulatedAlm alm, int people, Duration patience) throws IOException {
        this.directory = directory;
        this.alm = alm;
        this.people = people;
        this.patience = patience;
        postgres = Postgres.start(directory.resolve("postgres"));
        url = postgres.newDatabase();
        ledger = Postgres.dataSource(url);
        for (int bridge = 0; bridge < BRIDGES; bridge++) {
            Files.createDirectory(directory.resolve("bridge" + bridge));
        }
    }

    /** All at the same moment. */
    void start() throws IOException {
        for (int bridge = 0; bridge < BRIDGES; bridge++) {
            start(bridge);
        }
    }

    private void start(int bridge) throws IOException {
        bridges[bridge] = BridgeProcess.start(directory.resolve("bridge" + bridge), properties());
    }

    private Map<String, String> properties() {
        Map<String, String> properties = alm.properties();
        properties.put("bridge.ledger.url", url);
        properties.put("bridge.ledger.username", Postgres.USER);
        properties.put("bridge.ledger.lease-ms", "1000");
        properties.put("bridge.sources.drop.kind", "file");
        properties.put(
                "bridge.sources.drop.directory", directory.resolve("inbox").toString());
        properties.put("bridge.sources.drop.quietMs", "1");
        properties.put("bridge.escalation.endpoints", "file:" + directory.resolve("escalations"));
        properties.put("bridge.rejects.directory", directory.resolve("rejected").toString());
        properties.put("bridge.retry.initial-delay-ms", "500");
        return properties;
    }

    /** Everybody is in the welcome course; one row is bad, and one asks for a course too that does not exist. */
    void drop() throws IOException {
        StringBuilder csv = new StringBuilder("name,email,loId,loInstanceId\nNobody,,,\n");
        for (int i = 1; i < people; i++) {
            csv.append("Person %d,person%d@example.com,,\n".formatted(i, i));
        }
        csv.append("Person 0,person0@example.com,course:404,course:404_1\n");
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        Files.writeString(inbox.resolve(".people.csv"), csv);
        Files.move(inbox.resolve(".people.csv"), inbox.resolve("people.csv"));
    }

    /** The machine is lost, and another one takes its place. */
    void lose(int bridge) throws IOException, InterruptedException {
        bridges[bridge].kill();
        start(bridge);
    }

    /** It stands still until others have gone on with what it was doing, and then goes on as if nothing had been. */
    void freeze(int bridge) throws IOException, InterruptedException {
        awaitAtWork();
        freezes++;
        bridges[bridge].pause();
        try {
            await("the others to take over", () -> !isAtWork(bridges[bridge]));
            long calls = calls() + people / CALLS_OF_OTHERS;
            await("the others to go on", () -> calls() >= calls || alm.report("enrolments") == people);
        } finally {
            bridges[bridge].resume();
        }
    }

    /** The server ends all connections and is away until that has been noticed. */
    void restartDatabase(int bridge) throws IOException {
        awaitAtWork();
        restarts++;
        postgres.restart(() -> await("the outage to be noticed", () -> misses(bridges[bridge])));
        await("the end of the outage to be noticed", () -> Stream.of(bridges).noneMatch(SharedBridges::misses));
    }

    private static boolean misses(BridgeProcess bridge) {
        return bridge.output().lastIndexOf("The ledger cannot be reached")
                > bridge.output().lastIndexOf("The ledger answers again");
    }

    /** Until all are at work: one that has just been started would take a ledger that is away for a mistake. */
    void awaitAtWork() {
        await("all bridges to be at work", () -> Arrays.stream(bridges).allMatch(this::isAtWork));
    }

    private boolean isAtWork(BridgeProcess bridge) {
        return bridge.output().contains("Listening on")
                && count("SELECT count(*) FROM node WHERE name LIKE '% " + bridge.pid() + "'") == 1;
    }

    void awaitCalls(long calls) {
        await("%d calls".formatted(calls), () -> calls() >= calls);
    }

    private long calls() {
        return alm.report("callsByKind.createUser") + alm.report("callsByKind.enrolUser");
    }

    void awaitEnd() {
        await(
                "the end",
                () -> alm.report("enrolments") == people
                        && files("escalations") == 1
                        && files("inbox/.done") == 1
                        && unfinished() == 0);
        awaitAtWork();
    }

    private long unfinished() {
        return count("SELECT count(*) FROM learner WHERE finished_at IS NULL")
                + count("SELECT count(*) FROM delivery WHERE delivered_at IS NULL")
                + count("SELECT count(*) FROM batch WHERE closed_at IS NULL");
    }

    void assertNobodyIsLostOrDoubled() throws IOException {
        assertThat(alm.report("users")).as("users").isEqualTo(people);
        assertThat(alm.report("enrolments")).as("enrolments").isEqualTo(people);
        // a bridge may be frozen between its last look at the claim and the call, and then make the call when it wakes
        assertThat(alm.report("duplicateCreates") + alm.report("repeatedEnrolments"))
                .as("calls that others had made meanwhile, each of them harmless")
                .isLessThanOrEqualTo(freezes);
        // calls that had their turn when the ledger went away, or the bridge stood still, go out together afterwards
        assertThat(alm.report("rateLimits.POST.throttled"))
                .as("calls beyond the quota")
                .isLessThanOrEqualTo((freezes + restarts) * CALLS_HELD_UP);
        assertThat(files("escalations")).as("escalations").isEqualTo(1);
        assertThat(files("rejected")).as("reports of rejected rows").isEqualTo(1);
        assertThat(files("inbox")).as("files not yet read").isZero();
        assertThat(files("inbox/.done")).as("files read").isEqualTo(1);
        assertThat(files("inbox/.failed")).as("files that could not be read").isZero();
    }

    /** To be asked when the bridges have ended. */
    void assertLedgerAgrees() {
        assertThat(count("SELECT count(*) FROM learner WHERE state = 'ENROLLED'"))
                .as("learners enrolled")
                .isEqualTo(people - 1L);
        assertThat(count("SELECT count(*) FROM learner WHERE state = 'ESCALATED'"))
                .as("learners escalated")
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM learner")).as("learners").isEqualTo(people);
        assertThat(count("SELECT count(DISTINCT alm_user_id) FROM learner"))
                .as("users")
                .isEqualTo(people);
        assertThat(count("SELECT count(*) FROM enrolment WHERE state = 'ENROLLED'"))
                .as("enrolments")
                .isEqualTo(people);
        assertThat(count("SELECT count(*) FROM escalation")).as("escalations").isEqualTo(1);
        assertThat(count("SELECT count(*) FROM rejected_row"))
                .as("rejected rows")
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM learner WHERE claimed_by IS NOT NULL OR due_at IS NOT NULL"))
                .as("learners with something left to do")
                .isZero();
        assertThat(count("""
                        SELECT count(*) FROM attempt a WHERE ended_at IS NULL AND NOT EXISTS (
                            SELECT 1 FROM attempt b WHERE b.learner_key = a.learner_key AND b.number > a.number
                                AND b.ended_at IS NOT NULL)"""))
                .as("attempts of unknown outcome that were not settled")
                .isZero();
        assertThat(count("SELECT count(*) FROM delivery WHERE delivered_at IS NULL OR claimed_by IS NOT NULL"))
                .as("deliveries left")
                .isZero();
        assertThat(count("SELECT (SELECT count(*) FROM node) + (SELECT count(*) FROM leadership)"))
                .as("traces of the bridges")
                .isZero();
    }

    /** All are told to stop at the same moment. */
    void stop() throws IOException, InterruptedException {
        Arrays.stream(bridges).forEach(BridgeProcess::requestStop);
        for (BridgeProcess bridge : bridges) {
            assertThat(bridge.awaitExit())
                    .as(() -> bridge + " said last:\n" + bridge.lastLines(20))
                    .isEqualTo(SIGTERM);
            assertThat(bridge.lastLines(20)).contains("alm-bridge stopped in");
            assertThat(bridge.faults()).isEmpty();
        }
    }

    long count(String sql) {
        try (Connection connection = ledger.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void await(String what, Callable<Boolean> reached) {
        alm.await(what, patience, reached, bridges);
    }

    private long files(String folder) throws IOException {
        Path path = directory.resolve(folder);
        if (!Files.exists(path)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Override
    public void close() throws Exception {
        for (BridgeProcess bridge : bridges) {
            if (bridge != null) {
                bridge.close();
            }
        }
        postgres.close();
    }
}
