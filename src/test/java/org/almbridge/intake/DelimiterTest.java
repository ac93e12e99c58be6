package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV with other characters than comma and double quote. */
class DelimiterTest {

    @ParameterizedTest
    @ValueSource(strings = {";", "tab", "|", "\\t", "\t", "^"})
    void separatesByWhatIsSet(String delimiter) throws IOException {
        String character = delimiter.matches("tab|\\\\t") ? "\t" : delimiter;
        String csv =
                "email;name;bio;profile\nann@example.com;\"Lee; Ann, \"\"A\"\"\";;Nurse\n;;;\nbo@example.com; Bo ;;\n"
                        .replace(";", character);

        assertThat(csv(Map.of("delimiter", delimiter)).rows(csv))
                .extracting(Row::columns)
                .containsExactly(
                        Map.of(
                                "email",
                                "ann@example.com",
                                "name",
                                "Lee" + character + " Ann, \"A\"",
                                "profile",
                                "Nurse"),
                        Map.of("email", "bo@example.com", "name", "Bo"));
    }

    @Test
    void quotesByWhatIsSet() throws IOException {
        String csv = "email,name\nann@example.com,'Lee, \"Ann\" O''Hara'\n";

        assertThat(csv(Map.of("quote", "'")).rows(csv).get(0).columns()).containsEntry("name", "Lee, \"Ann\" O'Hara");
    }

    @Test
    void saysWhatToSetWhenTheColumnsAreSeparatedOtherwise() {
        assertThatThrownBy(() -> csv(Map.of()).open("email;name\n"))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("the header has no column email: separate the columns by commas, not by semicolons, or set"
                        + " bridge.sources.hr-drop.delimiter = ;");
        assertThatThrownBy(() -> csv(Map.of("delimiter", ";")).open("email\tname\n"))
                .hasMessageEndingWith("by semicolons, not by tabs, or set bridge.sources.hr-drop.delimiter = tab");
        assertThatThrownBy(() -> csv(Map.of("delimiter", "|")).open("email,name\n"))
                .hasMessageEndingWith("by |, not by commas, or set bridge.sources.hr-drop.delimiter = ,");
    }

    @Test
    void namesTheCharactersThatAreSetInEveryAdvice() throws IOException {
        Inputs csv = csv(Map.of("delimiter", ";", "quote", "'"));

        assertThat(csv.rows("email;name\nann@example.com;Lee;Ann\nbo@example.com\n"))
                .extracting(row -> row.problems().get(0))
                .satisfiesExactly(
                        tooMany -> assertThat(tooMany).endsWith("contains a semicolon between single quotes"),
                        tooFew -> assertThat(tooFew).contains("add the missing semicolons"));
        Inputs.assertUnreadable(
                () -> csv.rows("email;name\nann@example.com;'Ann\n"), "a single quote that is never closed");
    }

    private static Inputs csv(Map<String, String> given) {
        return new Inputs(new CsvRowReader(), new GivenSettings("hr-drop", given, Map.of()).settings());
    }
}
