package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaLoginTest {

    /** Read back by Kafka's own parser, which is the one that counts. */
    @ParameterizedTest
    @CsvSource({
        "PLAIN,plain.PlainLoginModule",
        "SCRAM-SHA-256,scram.ScramLoginModule",
        "SCRAM-SHA-512,scram.ScramLoginModule"
    })
    void givesTheClientTheVeryLogin(String mechanism, String module) {
        Properties given = new Properties();
        given.put(SaslConfigs.SASL_MECHANISM, mechanism);
        given.put(KafkaLogin.USERNAME, "h\"r; x=\\");
        given.put(KafkaLogin.PASSWORD, "p\"\\;{{y}} 'z".toCharArray());

        Properties complete = KafkaLogin.complete(given);

        var entry = JaasContext.loadClientContext(Map.of(
                        SaslConfigs.SASL_JAAS_CONFIG, new Password(complete.getProperty(SaslConfigs.SASL_JAAS_CONFIG))))
                .configurationEntries()
                .get(0);
        assertThat(entry.getLoginModuleName()).endsWith(module);
        assertThat(entry.getOptions().get("username")).isEqualTo("h\"r; x=\\");
        assertThat(entry.getOptions().get("password")).isEqualTo("p\"\\;{{y}} 'z");
        assertThat(complete).doesNotContainKeys(KafkaLogin.USERNAME, KafkaLogin.PASSWORD);
    }
}
