package org.almbridge.flow;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.simulator.UserView;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.DocumentedMetrics;
import org.almbridge.support.DocumentedMetrics.Metric;
import org.almbridge.support.Escalations;
import org.almbridge.support.Inbox;
import org.almbridge.support.ManagementResource;
import org.almbridge.support.Scrape;
import org.almbridge.support.Scrape.Sample;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MetricsTest.Alone.class)
@WithTestResource(AlmSimulatorResource.class)
@WithTestResource(ManagementResource.class)
class MetricsTest {

    /** A bridge of its own, for what others do would be counted too. */
    public static class Alone extends ApiProfile {}

    private static final String LAGGING = "metric-lag@example.com";
    private static final String THROTTLED = "metric-429@example.com";
    private static final String REFUSED = "metric-refused@example.com";
    private static final String PLAIN = "metric-plain@example.com";

    private static boolean ran;

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Scrape scrape;

    @BeforeEach
    void provision() throws IOException {
        if (ran) {
            return;
        }
        ran = true;
        alm.script(LAGGING, "{\"timingErrors\": 2}");
        alm.script(THROTTLED, "{\"createStatus\": [429], \"retryAfter\": \"0.2\", \"timingErrors\": 0}");
        alm.script(REFUSED, "{\"rejectEnrolment\": true, \"timingErrors\": 0}");
        alm.script(PLAIN, "{\"timingErrors\": 0}");
        inbox.drop("metrics-of-people.csv", """
                userUniqueId,email,name
                person-lag,%s,Ada Metricname
                person-429,%s,Bob Metricname
                person-refused,%s,Cy Metricname
                person-plain,%s,Dee Metricname
                person-bad,no-address-of-anybody,Eve Metricname
                """.formatted(LAGGING, THROTTLED, REFUSED, PLAIN));
        for (String email : List.of(LAGGING, THROTTLED, PLAIN)) {
            alm.awaitEnrolled(email);
        }
        escalations.await(REFUSED);
        scrape.await(3, "bridge_enrolments_total", "result", "enrolled");
        scrape.await(1, "bridge_enrolments_total", "result", "escalated");
    }

    @Test
    void countsEachAttemptOnce() {
        assertThat(attempts("CREATE_USER", "SUCCESS")).isEqualTo(creates(200)).isEqualTo(4);
        assertThat(attempts("CREATE_USER", "THROTTLED")).isEqualTo(creates(429)).isEqualTo(1);
        assertThat(attempts("ENROL_USER", "SUCCESS")).isEqualTo(enrols(200)).isEqualTo(3);
        assertThat(attempts("ENROL_USER", "INDEXING_LAG")).isEqualTo(2);
        assertThat(attempts("ENROL_USER", "REJECTED")).isEqualTo(1);
        assertThat(sum("bridge_attempts_total", "call", "ENROL_USER"))
                .isEqualTo(people().mapToLong(email -> alm.enrols(email).size()).sum());
        assertThat(sum("bridge_attempts_total")).isEqualTo(11);
    }

    @Test
    void countsWhatIsTriedAgainAndWhatPeopleGet() {
        assertThat(sum("bridge_retries_total", "class", "INDEXING_LAG")).isEqualTo(2);
        assertThat(sum("bridge_retries_total", "class", "THROTTLED")).isEqualTo(1);
        assertThat(sum("bridge_retries_total")).isEqualTo(3);
        assertThat(sum("bridge_escalations_total", "class", "REJECTED")).isEqualTo(1);
        assertThat(sum("bridge_escalations_total")).isEqualTo(1);
    }

    @Test
    void timesEveryCallThatAlmSaw() {
        Map<String, Long> seen = alm.calls().stream()
                .collect(groupingBy(call -> call.method() + " " + call.status(), TreeMap::new, counting()));
        Map<String, Long> timed = new TreeMap<>();
        for (Sample sample : scrape.samples()) {
            if (sample.name().equals("bridge_alm_calls_seconds_count")) {
                timed.merge(
                        sample.labels().get("method") + " " + sample.labels().get("status"),
                        (long) sample.value(),
                        Long::sum);
            }
        }
        assertThat(timed).isEqualTo(seen);
        assertThat(sum("bridge_alm_calls_seconds_count", "endpoint", "create-user", "status", "429"))
                .isEqualTo(1);
    }

    @Test
    void saysWhatTimeWentInto() {
        assertThat(sum("bridge_time_to_enrolled_seconds_count")).isEqualTo(3);
        assertThat(sum("bridge_time_to_enrolled_seconds_sum")).isPositive();
        assertThat(sum("bridge_queue_wait_seconds_count")).isEqualTo(4);
        assertThat(sum("bridge_source_wait_seconds_count")).isEqualTo(1);
        assertThat(sum("bridge_alm_lag_seconds_count")).isEqualTo(3);
        assertThat(sum("bridge_quota_wait_seconds_count", "call", "CREATE_USER"))
                .isEqualTo(5);
    }

    @Test
    void countsRowsAndLooksBySource() {
        assertThat(sum("bridge_rows_total", "source", "drop", "result", "learner"))
                .isEqualTo(4);
        assertThat(sum("bridge_rows_total", "source", "drop", "result", "rejected"))
                .isEqualTo(1);
        assertThat(sum("bridge_rows_total")).isEqualTo(5);
        assertThat(sum("bridge_batches_total", "source", "drop", "result", "read"))
                .isEqualTo(1);
        assertThat(sum("bridge_batches_total")).isEqualTo(1);
        assertThat(sum("bridge_source_polls_total", "source", "drop", "result", "ok"))
                .isPositive();
        assertThat(sum("bridge_source_polls_total", "source", "drop", "result", "failed"))
                .isZero();
        assertThat(sum("bridge_source_up", "source", "drop")).isEqualTo(1);
    }

    @Test
    void saysWhereEverybodyStands() {
        scrape.await(3, "bridge_learners", "state", "ENROLLED");
        scrape.await(1, "bridge_learners", "state", "ESCALATED");
        assertThat(sum("bridge_learners")).isEqualTo(4);
        assertThat(sum("bridge_escalations_open", "class", "REJECTED")).isEqualTo(1);
        assertThat(sum("bridge_escalations_open")).isEqualTo(1);
        assertThat(sum("bridge_batches_unfinished", "state", "open")).isZero();
        assertThat(sum("bridge_batches_unfinished", "state", "held")).isZero();
        assertThat(sum("bridge_oldest_due_seconds")).isZero();
        assertThat(sum("bridge_ledger_up")).isEqualTo(1);
        assertThat(sum("bridge_dispatch_held")).isZero();
    }

    /** Names alone would let a label slip in, or out, that a dashboard counts on. */
    @Test
    void exposesExactlyWhatIsDocumented() throws IOException {
        assertThat(exposed()).isEqualTo(DocumentedMetrics.read());
    }

    private Map<String, Metric> exposed() {
        Map<String, String> types = scrape.types();
        Map<String, Metric> exposed = new TreeMap<>();
        List<Sample> samples = scrape.samples();
        types.forEach((name, type) -> {
            boolean maximum = name.endsWith("_max") && types.containsKey(name.replaceFirst("_max$", ""));
            if (name.startsWith("bridge_") && !maximum) {
                String series = type.equals("histogram") ? name + "_count" : name;
                Set<String> labels = new TreeSet<>();
                samples.stream()
                        .filter(sample -> sample.name().equals(series))
                        .forEach(sample -> labels.addAll(sample.labels().keySet()));
                exposed.put(name, new Metric(type, labels));
            }
        });
        return exposed;
    }

    @Test
    void tellsNothingOfPeopleAndNoSecret() {
        String text = scrape.text();
        assertThat(text).contains("camel_");
        assertThat(text)
                .doesNotContain("@", "example.com", "Metricname", "person-", "no-address", "metrics-of-people")
                .doesNotContain("simulator-token", ApiProfile.KEY, ApiProfile.VIEWER_KEY, Simulator.CLIENT_SECRET)
                .doesNotContain("http://", "https://", "file:", "/primeapi", "localhost")
                .doesNotContain(people().flatMap(email -> alm.users(email).stream())
                        .map(UserView::id)
                        .toArray(String[]::new));
    }

    private static Stream<String> people() {
        return Arrays.stream(new String[] {LAGGING, THROTTLED, REFUSED, PLAIN});
    }

    private double attempts(String call, String outcome) {
        return sum("bridge_attempts_total", "call", call, "class", outcome);
    }

    private double sum(String name, String... labels) {
        return scrape.sum(name, labels);
    }

    private double creates(int status) {
        return withStatus(people().flatMap(email -> alm.creates(email).stream()), status);
    }

    private double enrols(int status) {
        return withStatus(people().flatMap(email -> alm.enrols(email).stream()), status);
    }

    private static double withStatus(Stream<JournalEntry> calls, int status) {
        return calls.filter(call -> call.status() == status).count();
    }
}
