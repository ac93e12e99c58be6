package org.almbridge.alm;

import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.almbridge.TestConfig;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.SampleLearners;
import org.almbridge.ledger.LearnerLedger;
import org.almbridge.ledger.TestLedger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFoundRecorderTest {

    @TempDir
    Path folder;

    private final AlmCalls calls = new AlmCalls(TestConfig.bridge());
    private TestLedger ledger;
    private LearnerInFlight ann;
    private UserFoundRecorder recorder;

    @BeforeEach
    void claimAnn() {
        ledger = new TestLedger(folder);
        ledger.accept("b1", TestLedger.person(2, "ann", WELCOME));
        ann = ledger.claim().get(0);
        LearnerLedger learners = ledger.learners();
        recorder = new UserFoundRecorder(
                new UserRecorder(learners, ledger.clock()), new FruitlessLookUp(learners, ledger.clock()), calls);
    }

    @AfterEach
    void close() throws IOException {
        calls.stop();
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "Ann@Example.com"})
    void linksTheUserWithThatAddress(String address) throws Exception {
        looksUp("{\"data\":[" + user("1", "other@example.com", "ACTIVE") + "," + user("2", address, "ACTIVE") + "]}");

        assertThat(ann.almUserId()).isEqualTo("2");
        assertThat(ann.isLinked()).isTrue();
        assertThat(ann.isFinished()).isFalse();
        assertThat(ann.current()).isNull();
        assertThat(ledger.state("ann")).isEqualTo("CREATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[]}", "{\"data\":null}", "{}"})
    void goesOnToCreateWhoIsNotThere(String answer) throws Exception {
        createFailed(FailureClass.UNKNOWN_OUTCOME, 504);

        looksUp(answer);

        assertThat(ann.isCreated()).isFalse();
        assertThat(ann.last(AlmCall.FIND_USER, null).status()).isEqualTo(200);
        assertThat(ann.mustLookBefore(AlmCall.CREATE_USER, null)).isTrue();
    }

    @Test
    void linksNobodyElse() throws Exception {
        looksUp("{\"data\":[" + user("1", "joann@example.com", "ACTIVE") + "]}");

        assertThat(ann.isCreated()).isFalse();
    }

    @Test
    void linksNobodyWhoseAddressAlmDoesNotTell() throws Exception {
        looksUp("{\"data\":[{\"id\":\"1\",\"type\":\"user\",\"attributes\":{\"name\":\"Somebody\"}}]}");

        assertThat(ann.isCreated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"type\":\"user\",\"attributes\":{\"email\":\"ann@example.com\"}}]}",
                "{\"data\":{\"id\":\"2\",\"type\":\"user\",\"attributes\":{\"email\":\"ann@example.com\"}}}",
                "{\"data\":[\"2\"]}"
            })
    void linksNobodyWithoutAnId(String answer) throws Exception {
        looksUp(answer);

        assertThat(ann.isCreated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETED", "INACTIVE"})
    void leavesAUserWhoIsNotActiveToPeople(String state) {
        AlmFailure failure = fails("{\"data\":[" + user("2", "ann@example.com", state) + "]}");

        assertThat(failure.failureClass()).isEqualTo(FailureClass.REJECTED);
        assertThat(failure.body()).contains("in state " + state);
        assertThat(ann.isCreated()).isFalse();
    }

    @Test
    void takesAUserWithoutAStateForActive() throws Exception {
        looksUp("{\"data\":[{\"id\":\"2\",\"attributes\":{\"email\":\"ann@example.com\"}}]}");

        assertThat(ann.almUserId()).isEqualTo("2");
    }

    @Test
    void looksAgainForADuplicateThatAlmDoesNotShow() {
        createFailed(FailureClass.DUPLICATE_USER, 400);

        assertThat(fails("{\"data\":[]}").failureClass()).isEqualTo(FailureClass.DUPLICATE_USER);
    }

    @Test
    void refusesWhatAnEmptyLookUpLeavesUnexplained() {
        createFailed(FailureClass.UNRECOGNISED, 400);

        AlmFailure failure = fails("{\"data\":[]}");

        assertThat(failure.failureClass()).isEqualTo(FailureClass.REJECTED);
        assertThat(failure.body()).isEqualTo("the answer to the create");
    }

    @Test
    void createsAgainOnceTheWorkIsOpenedAgain() throws Exception {
        Attempt before = Attempt.started(1, AlmCall.CREATE_USER, null, SampleLearners.RETRY_FROM - 1)
                .failed(SampleLearners.RETRY_FROM, 400, FailureClass.DUPLICATE_USER, "gw", "{}");
        ann = SampleLearners.ann(before);

        looksUp("{\"data\":[]}");

        assertThat(ann.isCreated()).isFalse();
        assertThat(ann.last(AlmCall.FIND_USER, null).failureClass()).isNull();
    }

    @Test
    void leavesAUserWhoIsAnotherLearnerToPeople() throws Exception {
        looksUp("{\"data\":[" + user("2", "ann@example.com", "ACTIVE") + "]}");
        ledger.accept("b1", TestLedger.person(3, "bob", WELCOME));
        ann = ledger.claim().get(0);

        Exchange exchange = exchange("{\"data\":[" + user("2", "bob@example.com", "ACTIVE") + "]}");
        CompletionException failure = catchThrowableOfType(
                CompletionException.class, () -> recorder.write(exchange).join());

        assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        AlmAnswerException.class,
                        refused -> assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.REJECTED));
        assertThat(ann.isCreated()).isFalse();
        assertThat(ann.current()).isNotNull();
    }

    private void createFailed(FailureClass failureClass, int status) {
        long now = ledger.clock().millis();
        ann.ended(ann.begin(AlmCall.CREATE_USER, null, now)
                .failed(now, status, failureClass, "gw-create", "the answer to the create"));
    }

    private void looksUp(String answer) throws Exception {
        recorder.write(exchange(answer)).join();
    }

    private AlmFailure fails(String answer) {
        return catchThrowableOfType(AlmAnswerException.class, () -> recorder.write(exchange(answer)))
                .failure();
    }

    private Exchange exchange(String answer) throws JsonProcessingException {
        ann.begin(AlmCall.FIND_USER, null, ledger.clock().millis());
        Exchange exchange = AlmExchanges.of(ann, null);
        AlmExchanges.answer(exchange, answer);
        return exchange;
    }

    private static String user(String id, String email, String state) {
        return "{\"id\":\"%s\",\"type\":\"user\",\"attributes\":{\"email\":\"%s\",\"state\":\"%s\"}}"
                .formatted(id, email, state);
    }
}
