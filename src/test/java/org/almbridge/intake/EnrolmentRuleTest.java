package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolmentRuleTest {

    @ParameterizedTest
    @CsvSource({
        "course:123,course:123_456",
        "learningProgram:157165,learningProgram:157165_148769",
        "certification:123418,certification:123418_160299",
        ","
    })
    void acceptsIdsOfTheFormsAlmUses(String loId, String loInstanceId) {
        assertThat(reasons(loId, loInstanceId)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "123,course:123_456",
        "Course:123,course:123_456",
        "jobAid:123,course:123_456",
        "course:,course:123_456",
        "course:12x,course:123_456",
        "course:123_456,course:123_456"
    })
    void rejectsOtherLearningObjects(String loId, String loInstanceId) {
        assertThat(reasons(loId, loInstanceId)).singleElement().asString().startsWith("loId is not the id");
    }

    @ParameterizedTest
    @CsvSource({
        "course:123,456",
        "course:123,_456",
        "course:123,course:123",
        "course:123,course:124_456",
        "course:123,course:123_",
        "course:123,course:123_4_5",
        "course:123,certification:123_456",
        "course:123,course:123_x"
    })
    void rejectsAnInstanceOfSomethingElse(String loId, String loInstanceId) {
        assertThat(reasons(loId, loInstanceId))
                .singleElement()
                .asString()
                .startsWith("loInstanceId is not an instance");
    }

    @ParameterizedTest
    @CsvSource({"course:123,,loInstanceId is missing", ",course:123_456,loId is missing"})
    void wantsBothIdsOrNeither(String loId, String loInstanceId, String reason) {
        assertThat(reasons(loId, loInstanceId)).singleElement().asString().startsWith(reason);
    }

    private static List<String> reasons(String loId, String loInstanceId) {
        Map<String, String> columns = new HashMap<>();
        columns.put("loId", loId);
        columns.put("loInstanceId", loInstanceId);
        columns.values().removeIf(value -> value == null);
        List<String> reasons = new ArrayList<>();
        new EnrolmentRule().apply(columns, reasons);
        return reasons;
    }
}
