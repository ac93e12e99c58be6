package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.almbridge.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenSettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            encoding  ! utf8mb4 ! encoding is 'utf8mb4', which is none that is known: give one such as UTF-8
            encoding  ! ?       ! encoding is '?', which is none
            delimiter ! ;;      ! delimiter is ';;': give one character
            delimiter ! a       ! delimiter is 'a': give one character
            delimiter ! ' '     ! delimiter is ' ': give one character
            quote     ! tick    ! quote is 'tick': give one character
            mapping   ! hrms    ! mapping is 'hrms', which is none: give one of sap, workday
            delimiter ! '"'     ! quote is the same character as delimiter
            """)
    void findsWhatCannotBeMeant(String setting, String value, String problem) {
        assertThat(given(Map.of(setting, value)).problems("csv"))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void findsWhatTheFormatHasNoUseFor() {
        assertThat(given(Map.of("delimiter", ";", "quote", "'")).problems("json"))
                .satisfiesExactly(
                        delimiter -> assertThat(delimiter)
                                .isEqualTo(
                                        "delimiter counts with the format csv only, and the format is json: remove it"),
                        quote -> assertThat(quote).startsWith("quote counts"));
    }

    @Test
    void acceptsEverySettingThatMakesSense() {
        assertThat(given(Map.of("encoding", "cp1252", "delimiter", "tab", "quote", "'"))
                        .problems("csv"))
                .isEmpty();
        assertThat(given(Map.of("delimiter", ";")).problems(null)).isEmpty();
    }

    @Test
    void givesTheDefaultsToASourceWithoutConfiguration() {
        SourceSettings settings = new SourceSettings(TestConfig.bridge(
                "sources.hr.kind", "file", "sources.hr.delimiter", "\t", "sources.other.kind", "file"));

        assertThat(settings.of("hr").delimiter()).isEqualTo('\t');
        assertThat(settings.of("other").delimiter()).isEqualTo(',');
        assertThat(settings.of("api")).isSameAs(InputSettings.DEFAULTS);
    }

    private static GivenSettings given(Map<String, String> given) {
        return new GivenSettings("hr", given, Map.of("workday", Map.of("email", "Mail"), "sap", Map.of()));
    }
}
