package org.almbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationEndpointsTest {

    @Test
    void writesFilesUnlessToldOtherwise() {
        assertThat(uris(TestConfig.configuredEndpoints())).containsExactly("file:escalations?tempPrefix=.");
    }

    @Test
    void takesAPlainValueWithCommasForOneEndpoint() {
        EscalationEndpoints endpoints =
                TestConfig.configuredEndpoints("escalation.endpoints", "kafka:escalations?brokers=a:9092,b:9092");

        assertThat(uris(endpoints)).containsExactly("kafka:escalations?brokers=a:9092,b:9092");
    }

    @Test
    void takesAnIndexedListInItsOrder() {
        EscalationEndpoints endpoints = TestConfig.endpoints("log:first", "kafka:second?brokers=a:9092,b:9092");

        assertThat(uris(endpoints)).containsExactly("log:first", "kafka:second?brokers=a:9092,b:9092");
    }

    @Test
    void prefersTheIndexedListToThePlainValue() {
        EscalationEndpoints endpoints = TestConfig.configuredEndpoints(
                "escalation.endpoints", "file:escalations",
                "escalation.endpoints[0]", "log:first",
                "escalation.endpoints[1]", "log:second");

        assertThat(uris(endpoints)).containsExactly("log:first", "log:second");
    }

    @ParameterizedTest
    @CsvSource({
        "file:people, file:people?tempPrefix=.",
        "file:people?fileExist=Override, file:people?fileExist=Override&tempPrefix=.",
        "file:/srv/people, file:/srv/people?tempPrefix=."
    })
    void letsAFileAppearOnlyWhenItIsComplete(String given, String used) {
        assertThat(uris(TestConfig.endpoints(given))).containsExactly(used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:people?tempPrefix=tmp-",
                "file:people?tempFileName=x",
                "file:people?fileName=all.json&fileExist=Append",
                "sftp:host.example.com/people",
                "log:people"
            })
    void leavesEveryOtherEndpointAsItIs(String uri) {
        assertThat(uris(TestConfig.endpoints(uri))).containsExactly(uri);
    }

    private static List<String> uris(EscalationEndpoints endpoints) {
        return IntStream.range(0, endpoints.count()).mapToObj(endpoints::uri).toList();
    }
}
