package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class PushAgainTest {

    private static final int AT_ONCE = 8;

    Simulator alm;
    Inbox inbox;

    @Test
    void answersTheSameRequestTheSame() throws IOException {
        Response first = users(ApiProfile.KEY, "again-1", "again@example.com");
        alm.awaitEnrolled("again@example.com");
        int calls = alm.calls("again@example.com").size();
        Response second = users(ApiProfile.KEY, "again-1", "again@example.com");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.<Integer>path("learners")).isEqualTo(1);
        assertThat(second.<Integer>path("known")).isZero();
        Fence.pass(inbox, alm, "again");
        assertThat(alm.calls("again@example.com")).hasSize(calls);
    }

    @Test
    void refusesOtherContentUnderAKeyThatIsTaken() throws IOException {
        assertThat(users(ApiProfile.KEY, "taken", "taken-1@example.com").statusCode())
                .isEqualTo(202);

        users(ApiProfile.KEY, "taken", "taken-2@example.com")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("status", equalTo(422));

        Fence.pass(inbox, alm, "taken");
        assertThat(alm.calls("taken-2@example.com")).isEmpty();
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        assertThat(users(ApiProfile.KEY, "shared", "shared-1@example.com").statusCode())
                .isEqualTo(202);
        assertThat(users(ApiProfile.OTHER_KEY, "shared", "shared-2@example.com").statusCode())
                .isEqualTo(202);
    }

    @Test
    void leavesAKeyFreeWhoseContentWasRefused() {
        assertThat(users(ApiProfile.KEY, "refused", "no address").statusCode()).isEqualTo(400);
        assertThat(users(ApiProfile.KEY, "refused", "refused@example.com").statusCode())
                .isEqualTo(202);
        assertThat(batch("unreadable", "nonsense").statusCode()).isEqualTo(400);
        assertThat(batch("unreadable", Inbox.people("readable@example.com")).statusCode())
                .isEqualTo(202);
    }

    @Test
    void doublesNobodyWithoutAKey() throws IOException {
        Response first = Api.users(Api.person("keyless@example.com")).extract().response();
        alm.awaitEnrolled("keyless@example.com");
        int calls = alm.calls("keyless@example.com").size();
        Response second = Api.users(Api.person("keyless@example.com")).extract().response();

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        Fence.pass(inbox, alm, "keyless");
        assertThat(alm.calls("keyless@example.com")).hasSize(calls);
    }

    static Stream<String> badKeys() {
        return Stream.of("x".repeat(256), "two words", "schl\u00fcssel");
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void refusesAKeyThatIsNone(String key) {
        assertThat(users(ApiProfile.KEY, key, "bad-key@example.com").statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesAKeyOfAllLengths() {
        assertThat(users(ApiProfile.KEY, "1", "short-key@example.com").statusCode())
                .isEqualTo(202);
        assertThat(users(ApiProfile.KEY, "~".repeat(255), "long-key@example.com")
                        .statusCode())
                .isEqualTo(202);
    }

    /** Whoever comes while the same is under way is sent away for a moment; nobody is doubled by that. */
    @Test
    void takesTheSameRequestOnceHoweverManyComeAtOnce() throws Exception {
        String rows = IntStream.range(0, 2_000)
                .mapToObj(i -> "at-once@example.com,Ada\n")
                .collect(Collectors.joining("", "email,name\n", ""));
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Callable<Response> call = () -> batch("at-once", rows);
            List<Response> answers =
                    callers
                            .invokeAll(IntStream.range(0, AT_ONCE)
                                    .mapToObj(i -> call)
                                    .toList())
                            .stream()
                            .map(PushAgainTest::get)
                            .toList();
            assertThat(answers).extracting(Response::statusCode).contains(202).isSubsetOf(202, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 202)
                    .extracting(answer -> answer.header("Location"))
                    .containsOnly(batch("at-once", rows).header("Location"));
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 409)
                    .allSatisfy(
                            answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
        } finally {
            callers.shutdownNow();
        }
        alm.awaitEnrolled("at-once@example.com");
        assertThat(alm.creates("at-once@example.com")).hasSize(1);
    }

    private static Response get(Future<Response> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response users(String caller, String key, String email) {
        return Api.as(caller)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .body(Api.person(email).getBytes(StandardCharsets.UTF_8))
                .post("/api/users");
    }

    private static Response batch(String key, String rows) {
        return Api.asHr()
                .header("Idempotency-Key", key)
                .header("Content-Type", "text/csv")
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/api/batches");
    }
}
