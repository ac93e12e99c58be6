package org.almbridge.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.almbridge.learner.ManagerStanding;
import org.almbridge.learner.ManagerStanding.Doubt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManagerProblemTest {

    static Stream<String> problems() {
        return Stream.concat(
                Stream.of(
                        ManagerProblem.text(null, null),
                        ManagerProblem.text(null, "DELETED"),
                        ManagerProblem.text(ManagerStanding.unknown(Doubt.NOT_HERE), "DELETED")),
                Stream.of(Doubt.values()).map(doubt -> ManagerProblem.text(ManagerStanding.unknown(doubt), null)));
    }

    /** The same file again would be the batch that is known, and open nothing. */
    @ParameterizedTest
    @MethodSource("problems")
    void endsWithAWayOnThatWorks(String problem) {
        assertThat(problem).endsWith(", then send the row in a new file under another name");
    }

    @Test
    void namesTheColumnAndTheStateInAlm() {
        assertThat(ManagerProblem.text(null, "DELETED")).contains("managerId", "state DELETED");
        assertThat(ManagerProblem.text(ManagerStanding.unknown(Doubt.NOT_HERE), "SUSPENDED"))
                .contains("managerEmail", "state SUSPENDED");
    }
}
