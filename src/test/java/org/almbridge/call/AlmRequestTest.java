package org.almbridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlmRequestTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final Message message = exchange.getMessage();

    @ParameterizedTest
    @CsvSource({
        "course:1_10, course%3A1_10",
        "email:ann+hr@example.com, email%3Aann%2Bhr%40example.com",
        "Ann Lee, Ann%20Lee",
        "a&b=c?d/e#f%g, a%26b%3Dc%3Fd%2Fe%23f%25g",
        "zoë.你好@example.com, zo%C3%AB.%E4%BD%A0%E5%A5%BD%40example.com"
    })
    void encodesWhatAnAddressCannotHold(String plain, String encoded) {
        assertThat(AlmRequest.encode(plain)).isEqualTo(encoded);
    }

    @Test
    void leavesNothingOfTheLastCall() {
        message.setBody("{\"data\":null}");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        message.setHeader(Exchange.HTTP_QUERY, "ids=email");
        message.setHeader(Exchange.REDELIVERY_DELAY, 7_000L);
        message.setHeader("Authorization", "oauth old");
        message.setHeader("x-request-id", "gw-1");

        AlmRequest.get(exchange, "4711/enrollments/course%3A1", null);

        assertThat(message.getBody()).isNull();
        assertThat(headers())
                .containsOnly(
                        Map.entry(Exchange.HTTP_METHOD, HttpMethods.GET),
                        Map.entry(Exchange.HTTP_PATH, "4711/enrollments/course%3A1"),
                        Map.entry("Accept", "application/vnd.api+json"));
    }

    @Test
    void keepsCamelsCountOfRedeliveries() {
        message.setHeader(Exchange.REDELIVERY_COUNTER, 2);
        message.setHeader(Exchange.REDELIVERED, true);

        AlmRequest.post(exchange, "4711/enrollments", "loId=course%3A1");

        assertThat(headers()).containsEntry(Exchange.REDELIVERY_COUNTER, 2).containsEntry(Exchange.REDELIVERED, true);
    }

    @Test
    void sendsADocumentAsJsonApi() {
        AlmRequest.post(exchange, Map.of("data", "x"));

        assertThat(message.getBody()).isEqualTo(Map.of("data", "x"));
        assertThat(headers())
                .containsEntry(Exchange.HTTP_METHOD, HttpMethods.POST)
                .containsEntry(Exchange.CONTENT_TYPE, "application/vnd.api+json;charset=UTF-8");
    }

    @Test
    void sendsAForm() {
        message.setHeader("Authorization", "oauth old");

        AlmRequest.postForm(exchange, "a=b%26c");

        assertThat(message.getBody()).isEqualTo("a=b%26c");
        assertThat(headers())
                .containsOnly(
                        Map.entry(Exchange.HTTP_METHOD, HttpMethods.POST),
                        Map.entry(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded"),
                        Map.entry("Accept", "application/json"));
    }

    @Test
    void tellsTheMethodAsAText() {
        AlmRequest.post(exchange, "4711/enrollments", null);
        assertThat(AlmRequest.method(exchange)).isEqualTo("POST");
    }

    @Test
    void isAGetWhenNothingElseIsSaid() {
        assertThat(AlmRequest.method(exchange)).isEqualTo("GET");
    }

    private Map<String, Object> headers() {
        message.getHeaders().values().removeIf(value -> value == null);
        return message.getHeaders();
    }
}
