package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaCheckTest {

    @TempDir
    private Path home;

    private final Map<String, String> given = new HashMap<>();

    @BeforeEach
    void giveEnough() {
        given.put("brokers", "kafka.example.com:9093");
        given.put("topic", "new-people");
    }

    @Test
    void isContentWithBrokersAndTopic() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void isContentWithALogin() {
        givenLogin("SASL_SSL");
        given.put("saslMechanism", "SCRAM-SHA-256");

        assertThat(problems()).isEmpty();
    }

    @Test
    void isContentWithPlaintextThatIsAskedFor() {
        given.put("securityProtocol", "PLAINTEXT");

        assertThat(problems()).isEmpty();
    }

    @Test
    void isContentWithATruststore() throws IOException {
        given.put(
                "truststoreFile",
                Files.writeString(home.resolve("trust.pem"), "").toString());
        given.put("truststoreType", "PEM");

        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "brokers | kafka.example.com | write it as broker-1.example.com:9093",
                "brokers | kafka:9092;kafka:9093 | write it as",
                "brokers | https://kafka:9092 | write it as",
                "topic | new people | a topic has up to 249 letters",
                "maxPollRecords | 0 | give a whole number from 1 to 10000",
                "maxPollRecords | 10001 | give a whole number from 1 to 10000",
                "fetchMaxBytes | 8M | give a whole number from 1 to 104857600",
                "maxPartitionFetchBytes | -1 | give a whole number from 1 to 104857600",
                "securityProtocol | TLS | give one of SSL, SASL_SSL, PLAINTEXT, SASL_PLAINTEXT",
            })
    void namesWhatIsWrong(String parameter, String value, String remedy) {
        given.put(parameter, value);

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(parameter + " is '" + value + "'")
                .contains(remedy);
    }

    @Test
    void namesAWrongMechanism() {
        givenLogin("SASL_SSL");
        given.put("saslMechanism", "GSSAPI");

        assertThat(problems())
                .containsExactly("saslMechanism is 'GSSAPI': give one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password"})
    void missesHalfOfALogin(String parameter) {
        givenLogin("SASL_SSL");
        given.remove(parameter);

        assertThat(problems()).singleElement().asString().startsWith(parameter + " is missing");
    }

    @Test
    void refusesALoginThatWouldNotBeUsed() {
        givenLogin("SSL");

        assertThat(problems())
                .hasSize(2)
                .allSatisfy(problem ->
                        assertThat(problem).contains("nobody logs in").doesNotContain("secret"));
    }

    @ParameterizedTest
    @CsvSource({"localhost:9092,true", "'127.0.0.1:9092,localhost:9093',true", "'localhost:1,192.0.2.1:1',false"})
    void showsALoginToThisMachineOnly(String brokers, boolean accepted) {
        givenLogin("SASL_PLAINTEXT");
        given.put("brokers", brokers);

        assertThat(problems().isEmpty()).isEqualTo(accepted);
    }

    @Test
    void missesATruststoreThatIsNotThere() {
        given.put("truststoreFile", home.resolve("none.p12").toString());

        assertThat(problems()).singleElement().asString().contains("truststoreFile is '", "no file that can be read");
    }

    @Test
    void refusesATruststoreThatWouldNotBeUsed() {
        given.put("truststoreFile", "trust.p12");
        given.put("securityProtocol", "PLAINTEXT");

        assertThat(problems()).singleElement().asString().startsWith("truststoreFile is given, but");
    }

    @Test
    void refusesAPasswordForNoTruststore() {
        given.put("truststorePassword", "secret");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("truststorePassword is given without truststoreFile")
                .doesNotContain("secret");
    }

    private void givenLogin(String protocol) {
        given.put("securityProtocol", protocol);
        given.put("username", "hr");
        given.put("password", "secret");
    }

    private List<String> problems() {
        return new KafkaCheck().problems(given);
    }
}
