package org.almbridge.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.almbridge.learner.FailureClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {

    @ParameterizedTest
    @EnumSource
    void tellsWhatToDo(FailureClass failureClass) {
        assertThat(Advice.of(failureClass)).startsWith("ALM").endsWith(".").hasSizeGreaterThan(50);
    }

    @Test
    void differsFromClassToClass() {
        assertThat(Arrays.stream(FailureClass.values()).map(Advice::of)).doesNotHaveDuplicates();
    }
}
