package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.almbridge.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenMappingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mail             | Mail | email              | EMail | bridge.mappings.hr.mail names no attribute: give one of email, name,
            constant.bio     | x    | email              | EMail | bridge.mappings.hr.constant.bio names no attribute
            split.bio        | ;    | email              | EMail | bridge.mappings.hr.split.bio is about bio, and only fields.<name> may
            fields.A         | Mail | email              | mAil  | bridge.mappings.hr.fields.A takes the header 'Mail', and so does email
            userType         | Type | usertype           | Kind  | bridge.mappings.hr.usertype gives userType a second time
            constants.bio    | x    | bio                | About | bridge.mappings.hr.constants.bio leaves no room
            constants.bio    | x    | defaults.bio       | y     | bridge.mappings.hr.constants.bio leaves no room
            unknown-columns  | keep | email              | EMail | bridge.mappings.hr.unknown-columns is 'keep': give ignore or fields
            """)
    void findsWhatMeansNothingOrContradictsItself(
            String key, String value, String secondKey, String secondValue, String problem) {
        assertThat(new GivenMapping("hr", Map.of(key, value, secondKey, secondValue)).problems())
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void acceptsEveryKindOfEntryWithDotsAndBlanksInTheNames() {
        SourceSettings settings = new SourceSettings(TestConfig.bridge(
                "mappings.hr.email", "Work; Mail",
                "mappings.hr.fields.Cost Centre", "KST",
                "mappings.hr.constants.fields.v1.2", "yes",
                "mappings.hr.defaults.fields.Cost Centre", "0",
                "mappings.hr.split.fields.Skills", ";",
                "mappings.hr.unknown-columns", "fields",
                "sources.drop.mapping", "hr"));

        assertThat(settings.mappingProblems()).isEmpty();
        assertThat(settings.of("drop").mapping())
                .returns(Map.of("email", "Work; Mail", "fields.Cost Centre", "KST"), Mapping::headers)
                .returns(Map.of("fields.v1.2", "yes"), Mapping::constants)
                .returns(Map.of("fields.Cost Centre", "0"), Mapping::defaults)
                .returns(Map.of("fields.Skills", ";"), Mapping::separators)
                .returns(true, Mapping::unknownAsFields);
    }

    @Test
    void tellsOfAllMappingsUsedOrNot() {
        SourceSettings settings = new SourceSettings(
                TestConfig.bridge("mappings.a.mail", "x", "mappings.b.mail", "x", "mappings.c.bio", "x"));

        assertThat(settings.mappingProblems())
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("bridge.mappings.a.mail "),
                        b -> assertThat(b).startsWith("bridge.mappings.b.mail "));
    }
}
