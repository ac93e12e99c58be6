package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.almbridge.support.HrApi;
import org.almbridge.support.HrApi.People;
import org.almbridge.support.HrApi.Person;
import org.almbridge.support.HrApi.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process killed between two pages of an API begins where it must: nobody is lost, nobody is doubled. */
@Tag("crash")
class RestCrashIT {

    private static final int PAGES = 5;
    private static final int PEOPLE_A_PAGE = 20;
    private static final Instant FIRST = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path directory;

    private final HrApi hr = new HrApi();
    private SimulatedAlm alm;

    @BeforeEach
    void startAlm() {
        alm = new SimulatedAlm("{\"lagMinMs\":100,\"lagMaxMs\":300}");
        hr.give(
                "people",
                IntStream.rangeClosed(1, PAGES).mapToObj(RestCrashIT::page).toArray(People[]::new));
    }

    @AfterEach
    void stopAll() {
        hr.stop();
        alm.close();
    }

    private static People page(int page) {
        return HrApi.people(IntStream.range(0, PEOPLE_A_PAGE)
                .mapToObj(i -> new Person("person%d-%d@example.com".formatted(page, i), moment(page, i)))
                .toArray(Person[]::new));
    }

    private static String moment(int page, int person) {
        return FIRST.plusSeconds(page * 100L + person).toString();
    }

    @ParameterizedTest
    @CsvSource({"any, 3", "ascending, 3", "any, 5", "ascending, 5"})
    void readsEveryPageThoughItIsKilledBeforeOne(String order, int page) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        hr.guard("people", request -> {
            if (request.query().getOrDefault("page", "c1").equals("c" + page)) {
                asked.countDown();
                waitFor(killed);
            }
            return true;
        });
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties(order))) {
            waitFor(asked);
        }
        killed.countDown();
        hr.guard("people", request -> true);
        int before = hr.requests("people").size();

        try (BridgeProcess bridge = BridgeProcess.start(directory, properties(order))) {
            String last = moment(PAGES, PEOPLE_A_PAGE - 1);
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> alm.report("enrolments") == everybody() && last.equals(since(hr.requests("people"))));
        }
        List<Request> after =
                hr.requests("people").subList(before, hr.requests("people").size());
        assertThat(after.get(0).query().get("since"))
                .as("where the first poll after the crash begins")
                .isEqualTo(order.equals("any") ? null : moment(page - 1, PEOPLE_A_PAGE - 1));
        assertThat(alm.report("users")).isEqualTo(everybody());
        assertThat(alm.report("duplicateCreates")).isZero();
        assertThat(alm.report("repeatedEnrolments")).isZero();
    }

    private static String since(List<Request> requests) {
        return requests.get(requests.size() - 1).query().get("since");
    }

    private static int everybody() {
        return PAGES * PEOPLE_A_PAGE;
    }

    private static void waitFor(CountDownLatch latch) {
        await().atMost(Duration.ofSeconds(60)).until(() -> latch.getCount() == 0);
    }

    private Map<String, String> properties(String order) {
        Map<String, String> properties = alm.properties();
        properties.put("bridge.sources.people.kind", "rest");
        properties.put("bridge.sources.people.url", hr.url("cursor", "people"));
        properties.put("bridge.sources.people.pagination", "cursor");
        properties.put("bridge.sources.people.cursorPointer", "/meta/cursor");
        properties.put("bridge.sources.people.cursorParameter", "page");
        properties.put("bridge.sources.people.watermarkPointer", "/updatedAt");
        properties.put("bridge.sources.people.watermarkParameter", "since");
        properties.put("bridge.sources.people.recordsOrder", order);
        properties.put("bridge.sources.people.pollIntervalMs", "200");
        return properties;
    }
}
