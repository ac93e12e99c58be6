package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.almbridge.TestConfig;
import org.almbridge.learner.RejectedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs of a source that calls things otherwise. */
class MappingTest {

    private static final Map<String, String> RENAMED = Map.of("email", "Work Mail", "fields.Site", "Building / Floor");

    @Test
    void takesRenamedColumnsWhateverTheirCaseAndBlanks() throws IOException {
        String csv = "Name;WORKMAIL;building/ floor;email\nAnn;ann@example.com;North;private@example.com\n"
                .replace(';', ',');

        try (Rows rows = csv(RENAMED).open(csv)) {
            assertThat(rows.ignoredColumns()).containsExactly("email");
            assertThat(rows.next().columns())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("name", "Ann", "email", "ann@example.com", "fields.Site", "North"));
        }
    }

    @Test
    void refusesAHeaderWithoutARenamedColumn() throws IOException {
        assertThatThrownBy(() -> csv(RENAMED).open("work mail,name,fields.Site\n"))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("the header has no column Building / Floor, which is the one for fields.Site: add it, or"
                        + " correct bridge.mappings.hr.fields.Site, or give a value for everybody by"
                        + " bridge.mappings.hr.defaults.fields.Site");
        assertThat(csv(Map.of("profile", "Job", "defaults.profile", "Nurse"))
                        .rows("email\nann@example.com\n")
                        .get(0)
                        .columns())
                .containsEntry("profile", "Nurse");
    }

    @Test
    void refusesAColumnAndItsNewNameSideBySideOnlyWhenBothCount() throws IOException {
        assertThatThrownBy(() -> csv(RENAMED).open("work mail,WorkMail,name,building / floor\n"))
                .hasMessageContaining("names the column email twice (columns 1 and 2)");
    }

    @Test
    void addsConstantsToEveryRowAndDefaultsWhereThereIsNoValue() throws IOException {
        Inputs csv = csv(Map.of("constants.fields.Origin", "HR", "defaults.contentLocale", "en_US"));

        assertThat(csv.rows("email,content locale,fields.Origin\nann@example.com,,x\nbo@example.com,de_DE,\n"))
                .extracting(Row::columns)
                .containsExactly(
                        Map.of("email", "ann@example.com", "contentLocale", "en_US", "fields.Origin", "HR"),
                        Map.of("email", "bo@example.com", "contentLocale", "de_DE", "fields.Origin", "HR"));
    }

    @Test
    void splitsWhatHoldsSeveralValues() throws IOException {
        Inputs csv = csv(Map.of("split.fields.Skills", "|", "defaults.fields.Skills", "none|yet"));

        assertThat(csv.rows("email,fields.Skills\na@example.com, First \"aid\" || CPR |\nb@example.com,CPR\n"
                                .replace("First \"aid\"", "First aid")
                        + "c@example.com,|\nd@example.com,\n"))
                .extracting(row -> row.columns().get("fields.Skills"))
                .containsExactly("[\"First aid\",\"CPR\"]", "[\"CPR\"]", "[\"none\",\"yet\"]", "[\"none\",\"yet\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPR|\0", "\0|CPR"})
    void keepsNulVisibleInASplitValue(String skills) throws IOException {
        Row row = csv(Map.of("split.fields.Skills", "|"))
                .rows("email,name,fields.Skills\na@example.com,Ann," + skills + "\n")
                .get(0);

        assertThat(new RowValidator(TestConfig.bridge()).validate(row))
                .isInstanceOfSatisfying(
                        RejectedRow.class,
                        rejected -> assertThat(rejected.reasons())
                                .singleElement()
                                .asString()
                                .contains("NUL"));
    }

    @Test
    void passesUnknownColumnsOnWhenAsked() throws IOException {
        Map<String, String> asked = Map.of("unknown-columns", "fields");

        try (Rows rows = csv(asked).open("email, Shoe size ,\nann@example.com,38,x\n")) {
            assertThat(rows.ignoredColumns()).containsExactly("column 3");
            assertThat(rows.next().columns())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("email", "ann@example.com", "fields.Shoe size", "38"));
        }
        assertThat(json(asked)
                        .rows("[{\"email\":\"a@example.com\",\"Shoe\":38,\"home\":{\"x\":1},\"tags\":[\"a\",2]}]"))
                .extracting(Row::columns)
                .containsExactly(Map.of("email", "a@example.com", "fields.Shoe", "38", "fields.tags", "[\"a\",\"2\"]"));
    }

    @Test
    void findsNestedMembersByTheirPointer() throws IOException {
        Inputs json = json(Map.of(
                "email", "/person/emails/0/value",
                "name", "/person/Display Name",
                "fields.Odd", "/a~1b/~0c",
                "userUniqueId", "worker id",
                "profile", "/name"));

        assertThat(json.rows("[{\"person\":{\"emails\":[{\"value\":\"ann@example.com\"},{\"value\":\"b@example.com\"}],"
                        + "\"displayname\":\"Ann\",\"profile\":\"no\",\"x\":[[1]]},\"a/b\":{\"~c\":7},\"Worker ID\":9,"
                        + "\"name\":\"Nurse\"},{\"person\":5,\"a/b\":[1]}]"))
                .extracting(Row::columns)
                .containsExactly(
                        Map.of(
                                "email",
                                "ann@example.com",
                                "name",
                                "Ann",
                                "fields.Odd",
                                "7",
                                "userUniqueId",
                                "9",
                                "profile",
                                "Nurse"),
                        Map.of());
    }

    @Test
    void findsNestedMembersOfResourcesToo() throws IOException {
        assertThat(json(Map.of("email", "/attributes/contact/mail", "fields.Unit", "/attributes/fields/unit/name"))
                        .rows("[{\"attributes\":{\"contact\":{\"mail\":\"ann@example.com\"},\"name\":\"Ann\","
                                + "\"fields\":{\"unit\":{\"name\":\"North\"},\"Site\":\"S\"}}}]"))
                .extracting(Row::columns)
                .containsExactly(
                        Map.of("email", "ann@example.com", "name", "Ann", "fields.Unit", "North", "fields.Site", "S"));
    }

    @Test
    void rejectsAnObjectWhereThePointerPromisesAValue() throws IOException {
        assertThat(json(Map.of("email", "/person/mail"))
                        .rows("[{\"person\":{\"mail\":{\"work\":1}}},{\"name\":\"Bo\"}]"))
                .extracting(Row::problems)
                .satisfiesExactly(
                        problems ->
                                assertThat(problems).singleElement().asString().startsWith("email is a list or an"),
                        problems -> assertThat(problems).isEmpty());
    }

    @Test
    void takesListsOfActiveFieldsOnly() throws IOException {
        assertThat(new Inputs(new JsonRowReader())
                        .rows("[{\"fields\":{\"Skills\":[\"CPR\",null,\" \",3]}},{\"fields.Skills\":[[1]]},"
                                + "{\"profile\":[\"Nurse\"]},{\"fields\":{\"Skills\":[]}}]"))
                .satisfiesExactly(
                        row -> assertThat(row.columns()).containsEntry("fields.Skills", "[\"CPR\",\"3\"]"),
                        row -> assertThat(row.problems())
                                .singleElement()
                                .asString()
                                .contains("a list of lists"),
                        row -> assertThat(row.problems())
                                .singleElement()
                                .asString()
                                .startsWith("profile is a list"),
                        row -> assertThat(row.columns()).isEmpty());
    }

    @Test
    void boundsAListLikeAnyRow() throws IOException {
        String list = "\"" + "x".repeat(60_000) + "\",";

        assertThat(new Inputs(new JsonRowReader()).rows("[{\"fields\":{\"a\":[" + list.repeat(50) + "1]}},{}]"))
                .extracting(Row::isReadable)
                .containsExactly(false, true);
    }

    private static Inputs csv(Map<String, String> mapping) {
        return new Inputs(new CsvRowReader(), settings(mapping));
    }

    private static Inputs json(Map<String, String> mapping) {
        return new Inputs(new JsonRowReader(), settings(mapping));
    }

    private static InputSettings settings(Map<String, String> mapping) {
        return new GivenSettings("drop", Map.of("mapping", "hr"), Map.of("hr", mapping)).settings();
    }
}
