package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.almbridge.TestConfig;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.Start;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowValidatorTest {

    private final RowValidator validator = new RowValidator(TestConfig.bridge());

    @Test
    void acceptsAPersonWithEmailAndNameOnly() {
        NewLearner learner = accepted(Map.of());

        assertThat(learner.key()).isEqualTo("ann@example.com");
        assertThat(learner.enrolments()).isEmpty();
        assertThat(learner.row())
                .containsExactly(
                        entry("email", "Ann@Example.com"), entry("name", "Ann Lee"), entry("userType", "INTERNAL"));
    }

    @Test
    void keepsEveryColumnOfTheRow() {
        assertThat(accepted(Map.of("fields.Site", "North", "profile", "Nurse")).row())
                .containsEntry("fields.Site", "North")
                .containsEntry("profile", "Nurse");
    }

    @Test
    void takesTheUniqueIdForTheKey() {
        NewLearner learner = accepted(Map.of("userUniqueId", " E-17 "));

        assertThat(learner.key()).isEqualTo("E-17");
        assertThat(learner.email()).isEqualTo("ann@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "name"})
    void asksForWhatAlmCannotDoWithout(String column) {
        reason(Map.of(column, " ")).startsWith(column + " is missing: give");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL", "Internal", "internal"})
    void writesInternalTheWayAlmWantsIt(String userType) {
        assertThat(accepted(Map.of("userType", userType)).row()).containsEntry("userType", "INTERNAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXTERNAL", "intern"})
    void sendsExternalPeopleElsewhere(String userType) {
        reason(Map.of("userType", userType))
                .startsWith("userType is not INTERNAL")
                .contains("external profile")
                .doesNotContain(userType + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, UTC,          2026-12-01, 2026-12-01T00:00:00Z",
        "2026-12-01, Europe/Paris, 2026-12-01, 2026-11-30T23:00:00Z",
        "2026-03-29T08:00:00+01:00, UTC, 2026-03-29, 2026-03-29T00:00:00Z",
        "2026-12-01 00:00, UTC,    2026-12-01, 2026-12-01T00:00:00Z",
    })
    void beginsTheFirstDayWhereThePeopleAre(String value, String zone, String day, Instant begins) {
        RowValidator there = new RowValidator(TestConfig.bridge("intake.time-zone", zone));

        NewLearner learner = (NewLearner) there.validate(row(Map.of("startDate", value)));

        assertThat(learner.row()).containsEntry("startDate", day);
        assertThat(learner.start()).isEqualTo(new Start(begins.toEpochMilli(), begins.toEpochMilli()));
    }

    @Test
    void createsBeforeTheFirstDayWhereOnlyEnrolmentsWait() {
        RowValidator eager = new RowValidator(TestConfig.bridge("intake.start-date-holds", "enrolments"));

        NewLearner learner = (NewLearner) eager.validate(row(Map.of("startDate", "1970-01-02")));

        assertThat(learner.start()).isEqualTo(new Start(0, 86_400_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01/12/2026",
                "1.12.2026",
                "2026-13-01",
                "2026-02-30",
                "20261201",
                "2026-12-01x",
                "soon",
                "+999999999-12-31",
                "-0001-01-01"
            })
    void asksForADayThatCannotBeMistaken(String startDate) {
        reason(Map.of("startDate", startDate)).startsWith("startDate is not a day: write it as 2026-12-01");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "YES,true", "1,true", "False,false", "no,false", "0,false"})
    void readsYesAndNoTheWaySpreadsheetsWriteThem(String value, String flag) {
        NewLearner learner = accepted(Map.of("enrollOnClick", value, "gamificationEnabled", value));

        assertThat(learner.row()).containsEntry("enrollOnClick", flag).containsEntry("gamificationEnabled", flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrollOnClick", "gamificationEnabled"})
    void rejectsAFlagThatIsNeitherYesNorNo(String column) {
        reason(Map.of(column, "perhaps"))
                .startsWith(column + " is neither yes nor no")
                .doesNotContain("perhaps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12a", "-1", "1 2", "\u0661\u0662", "12345678901234567890"})
    void rejectsAManagerIdThatIsNoNumber(String managerId) {
        reason(Map.of("managerId", managerId))
                .startsWith("managerId is neither a number nor an e-mail address")
                .doesNotContain(managerId);
    }

    @Test
    void acceptsAManagerById() {
        assertThat(accepted(Map.of("managerId", "3400468")).row()).containsEntry("managerId", "3400468");
    }

    @ParameterizedTest
    @ValueSource(strings = {"managerId", "managerEmail"})
    void acceptsAManagerByEmailInEitherColumn(String column) {
        assertThat(accepted(Map.of(column, "The.Boss@Example.com")).row())
                .containsEntry("managerEmail", "the.boss@example.com")
                .doesNotContainKey("managerId");
    }

    @ParameterizedTest
    @CsvSource({
        "managerEmail, boss.example.com, must have exactly one @",
        "managerEmail, 'boss@example.com,vice@example.com', must have exactly one @",
        "managerEmail, boss@example, has no complete domain",
        "managerEmail, 3400468, must have exactly one @",
        "managerId, boss@example, has no complete domain",
        "managerId, Boss <boss@example.com>, contains a space",
    })
    void rejectsAManagersAddressThatIsNone(String column, String value, String problem) {
        reason(Map.of(column, value)).startsWith(column + " " + problem).doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"managerId", "managerEmail"})
    void rejectsSomebodyAsTheirOwnManager(String column) {
        reason(Map.of("email", "Ann@example.com", column, "aNN@Example.com"))
                .startsWith(column + " is the person's own address")
                .doesNotContainIgnoringCase("ann@");
    }

    @Test
    void rejectsTwoManagers() {
        reason(Map.of("managerId", "3400468", "managerEmail", "boss@example.com"))
                .isEqualTo("managerId and managerEmail are both given: keep one of them");
    }

    @Test
    void collectsAllReasonsOfARow() {
        assertThat(rejected(Map.of("email", "ann", "name", "", "managerId", "x", "loId", "x"))
                        .reasons())
                .extracting(reason -> reason.split(" ")[0])
                .containsExactly("email", "name", "managerId", "loInstanceId", "loId");
    }

    @Test
    void rejectsNulInAnyColumn() {
        reason(Map.of("fields.Site", "Nor\0th")).startsWith("fields.Site contains a NUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "Nor\ude00th", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void rejectsHalfOfACharacterInAnyColumn(String value) {
        reason(Map.of("fields.Site", value)).startsWith("fields.Site contains half of a character");
    }

    @Test
    void takesCharactersOfTwoHalves() {
        assertThat(accepted(Map.of("bio", "\ud83d\ude00")).row()).containsEntry("bio", "\ud83d\ude00");
    }

    @Test
    void rejectsAnUnreadableRowWithItsProblems() {
        assertThat(validator.validate(Row.unreadable(7, List.of("the row has too few columns"))))
                .isEqualTo(new RejectedRow(7, List.of("the row has too few columns")));
    }

    private AbstractStringAssert<?> reason(Map<String, String> changes) {
        return assertThat(rejected(changes).reasons()).singleElement().asString();
    }

    private RejectedRow rejected(Map<String, String> changes) {
        return assertThat(validator.validate(row(changes)))
                .asInstanceOf(type(RejectedRow.class))
                .actual();
    }

    private NewLearner accepted(Map<String, String> changes) {
        return assertThat(validator.validate(row(changes)))
                .asInstanceOf(type(NewLearner.class))
                .actual();
    }

    private static Row row(Map<String, String> changes) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("email", "Ann@Example.com");
        columns.put("name", "Ann Lee");
        columns.putAll(changes);
        return new Row(2, columns);
    }
}
