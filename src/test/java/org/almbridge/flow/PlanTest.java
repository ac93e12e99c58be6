package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Escalations;
import org.almbridge.support.Inbox;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says is what a run then does. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs =
                @ResourceArg(
                        name = AlmSimulatorResource.ALONE,
                        value = "compares all of the ledger, where nobody of another test may be under way"))
class PlanTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Outputs outputs;

    /** A lag costs calls that no plan can know of. */
    @BeforeEach
    void indexesAtOnce() {
        alm.settings("{\"lagMinMs\": 0, \"lagMaxMs\": 0}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheRun(long seed) throws IOException, SQLException {
        MixedInput input = new MixedInput(alm, seed);
        Api.csv(input.earlierCsv()).statusCode(202);
        input.enrolledBefore().forEach(alm::awaitEnrolled);
        input.escalatedBefore().forEach(escalations::await);
        input.putRight();
        Fence.pass(inbox, alm, "before-plan-" + seed);
        settled();
        State before = State.of(alm, escalations);
        List<String> ledger = outputs.ledger();

        JsonPath plan = plan(input.csv());

        assertThat(outputs.ledger()).isNotEmpty().isEqualTo(ledger);

        State planned = State.of(alm, escalations);
        assertThat(planned.calls()
                        .subList(before.calls().size(), planned.calls().size()))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.method()).isEqualTo("GET"));
        JsonPath batch = Api.csv(input.csv()).statusCode(202).extract().jsonPath();
        Patience.awaiting("as many calls as were planned")
                .until(() -> State.of(alm, escalations).posts() - planned.posts() >= plan.getLong("callsAtLeast.post")
                        && State.of(alm, escalations).escalations() - planned.escalations()
                                >= plan.getLong("escalate"));
        State run = State.of(alm, escalations);
        Fence.pass(inbox, alm, "plan-" + seed);
        assertThat(State.of(alm, escalations).posts()).isEqualTo(run.posts() + 2);

        assertThat(plan.getLong("callsAtLeast.post")).isEqualTo(run.posts() - planned.posts());
        assertThat(plan.getLong("escalate")).isEqualTo(run.escalations() - planned.escalations());
        assertThat(plan.getLong("create")).isEqualTo(run.users() - planned.users());
        assertThat(plan.getLong("link")).isEqualTo(input.linked());
        assertThat(plan.getLong("enrolments.make")).isEqualTo(run.enrolments() - planned.enrolments());
        assertThat(plan.getLong("rejected")).isEqualTo(batch.getLong("rejected"));
        assertThat(plan.getList("rejectedRows.row")).isEqualTo(batch.getList("rejectedRows.row"));
        assertThat(plan.getLong("rowsRead")).isEqualTo(batch.getLong("rowsRead"));
    }

    /** What earlier inputs lead to is in the ledger. */
    private void settled() {
        Patience.awaiting("a ledger in which nothing is under way")
                .until(() -> outputs.ledger().stream().noneMatch(PlanTest::isUnderWay));
    }

    private static boolean isUnderWay(String row) {
        return row.startsWith("learner: ") && row.contains("'CREATED'")
                || row.startsWith("delivery: ") && row.endsWith("|NULL");
    }

    private static JsonPath plan(String csv) {
        return Api.asHr()
                .header("Content-Type", "text/csv")
                .body(csv)
                .post("/api/plan")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** How things stand in ALM and with people. */
    private record State(List<JournalEntry> calls, long users, long enrolments, long escalations) {

        static State of(Simulator alm, Escalations escalations) throws IOException {
            return new State(
                    alm.calls(),
                    alm.users().size(),
                    alm.users().stream()
                            .mapToLong(user -> user.enrolments().size())
                            .sum(),
                    escalations.names().stream()
                            .filter(name -> name.endsWith(".json"))
                            .count());
        }

        long posts() {
            return calls.stream().filter(call -> call.method().equals("POST")).count();
        }
    }
}
