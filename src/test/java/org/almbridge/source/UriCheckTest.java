package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriCheckTest {

    private final CamelContext context = new DefaultCamelContext();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timer:tick?period=1000",
                "file:inbox?delete=true&include=.*[.]csv",
                "imaps:mail.example.com?username=hr&password=RAW(a&b+c)",
                "aws2-s3://bucket?region=eu-west-1&useDefaultCredentialsProvider=true",
            })
    void acceptsTheAddressOfAConsumer(String uri) {
        assertThat(problems(uri)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftps2:example.com/in   | uri begins with 'ftps2', which is no component of this bridge",
                "not an address         | uri begins with 'not an address', which is no component of this bridge",
                "log:people             | uri begins with log, to which Camel can only send",
                "https://example.com/hr | uri begins with https, to which Camel can only send",
                "timer:tick?dely=5      | uri is no address that the component timer understands: it has no parameters dely",
                "timer:                 | uri is no address that the component timer understands: ",
            })
    void saysWhatIsWrong(String uri, String problem) {
        assertThat(problems(uri)).singleElement().asString().contains(problem);
    }

    @Test
    void showsNoSecretWhoseNameIsMisspelt() {
        assertThat(problems("imaps:mail.example.com?username=hr&pasword=open-sesame&folderr=in"))
                .singleElement()
                .asString()
                .endsWith("it has no parameters folderr, pasword");
    }

    private List<String> problems(String uri) {
        return new UriCheck(context).problems(Map.of("uri", uri));
    }
}
