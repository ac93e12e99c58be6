package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import org.almbridge.TestConfig;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleConditionsTest {

    private final CamelContext context = new DefaultCamelContext();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${variable.row[profile]} == 'Engineer'                                             | true",
                "${variable.row[profile]} == 'Nurse'                                                | false",
                "${variable.row['profile']} =~ 'engineer'                                           | true",
                "${variable.row[fields.Cost Centre]} > 4000 && ${variable.row[profile]} != 'Nurse'  | true",
                "${variable.row[fields.Department]} in 'Sales,Finance'                              | true",
                "${variable.row[contentLocale]} startsWith 'de'                                     | false",
                "${variable.row[contentLocale]} == null                                             | true",
                "${variable.row[profile]}                                                           | true",
                "${variable.row[bio]}                                                               | false",
                "${variable.row[email]} endsWith '@example.com'                                     | true",
            })
    void readTheRow(String when, boolean holds) {
        Map<String, String> row = Map.of(
                "email", "ann@example.com",
                "profile", "Engineer",
                "fields.Cost Centre", "4711",
                "fields.Department", "Sales");

        assertThat(compiled(when).of("safety").holds(row, new DefaultExchange(context)))
                .isEqualTo(holds);
    }

    @Test
    void holdForEverybodyWhenNoneIsGiven() {
        RuleConditions conditions =
                new RuleConditions(TestConfig.bridge("enrolments.safety.lo-id", "course:1"), context);
        conditions.compile(null);

        assertThat(conditions.of("safety").holds(Map.of(), new DefaultExchange(context)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${variable.row[profile]} = 'Engineer'",
                "${variable.row[profile]} == 'Engineer",
                "${variable.row[profile]} ==",
                "${variabel.row[profile]} == 'x'",
                "${variable.row[profile] == 'Engineer'",
                "${variable.row[profile]} regex '['",
                "profile == 'Engineer'",
                "true",
            })
    void stopTheStartWhenTheyMakeNoSense(String when) {
        assertThatThrownBy(() -> compiled(when))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageStartingWith("bridge.enrolments.safety.when is '" + when + "', which ")
                .hasMessageContaining("write a condition such as ${variable.row[profile]} == 'Engineer'");
    }

    @Test
    void tellHowAColumnIsSpelt() {
        assertThatThrownBy(() -> compiled("${variable.row[Profile]} == 'x'"))
                .hasMessageContaining("reads the column Profile, which is spelt profile");
        assertThatThrownBy(() -> compiled("${variable.row[Department]} == 'x'"))
                .hasMessageContaining(
                        "column Department, which no row has; a column of your own is spelt fields.Department");
    }

    private RuleConditions compiled(String when) {
        RuleConditions conditions = new RuleConditions(
                TestConfig.bridge("enrolments.safety.lo-id", "course:1", "enrolments.safety.when", when), context);
        conditions.compile(null);
        return conditions;
    }
}
