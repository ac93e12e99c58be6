package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.logging.Logger;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.LogLines;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs =
                @ResourceArg(name = "quarkus.log.category.\"" + PayloadLogTest.CATEGORY + "\".level", value = "DEBUG"))
class PayloadLogTest {

    static final String CATEGORY = "org.almbridge.call.PayloadLog";
    private static final String EMAIL = "payload-ada@example.com";

    Simulator alm;
    Inbox inbox;

    private final LogLines log = new LogLines("org.almbridge");

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void leave() {
        log.stop();
    }

    /** Levels outlive the application, and later tests need no payloads. */
    @AfterAll
    static void beQuietAgain() {
        Logger.getLogger(CATEGORY).setLevel(null);
    }

    @Test
    void showsEveryCallAndNothingOfThePersonOrTheToken() throws IOException {
        alm.script(EMAIL, "{\"loseCreateAnswers\": 1, \"timingErrors\": 1, \"enrolStatus\": [503]}");
        inbox.drop("payload.csv", "email,name,fields.Department\n" + EMAIL + ",Ada Payload,Secrets Dept\n");
        alm.awaitEnrolled(EMAIL);
        Patience.awaiting("the line of the learner")
                .until(() -> !lines("LearnerLog").isEmpty());

        List<String> calls = lines("PayloadLog");
        assertThat(calls)
                .anySatisfy(line -> assertThat(line)
                        .contains("> POST ", "/primeapi/v2/users ", "\"userType\":\"INTERNAL\"", "\"name\":\"***\""));
        assertThat(calls).anySatisfy(line -> assertThat(line).contains("> GET ", "ids=email:***"));
        assertThat(calls).anySatisfy(line -> assertThat(line).contains("< no answer"));
        assertThat(calls)
                .anySatisfy(line -> assertThat(line).contains("< 400 ", "OBJECT_DOESNT_EXIST", "x-request-id gw"));
        assertThat(calls).anySatisfy(line -> assertThat(line).contains("< 200 ", "x-request-id gw"));
        assertThat(lines("LearnerLog"))
                .singleElement()
                .asString()
                .containsPattern("Batch \\w+ row 2: enrolled, user \\d+, \\d calls \\(1 before .* x-request-id gw");
        assertThat(calls)
                .filteredOn(line -> line.contains("x-request-id"))
                .as("every answer is shown once")
                .doesNotHaveDuplicates();
        assertThat(log.lines())
                .isNotEmpty()
                .noneMatch(line -> line.contains(EMAIL)
                        || line.contains("Ada Payload")
                        || line.contains("Secrets Dept")
                        || line.contains("simulator-token"));
    }

    private List<String> lines(String category) {
        return log.lines().stream().filter(line -> line.contains(category)).toList();
    }
}
