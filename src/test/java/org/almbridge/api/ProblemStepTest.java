package org.almbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.almbridge.intake.UnreadableInputException;
import org.almbridge.intake.UnresolvedRuleException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemStepTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ProblemException(Problem.of(422, "Why.")), 422, false),
                Arguments.of(new UnreadableInputException("not UTF-8"), 400, false),
                Arguments.of(new UnresolvedRuleException("ALM is silent"), 503, true),
                Arguments.of(new RejectedExecutionException("stopping"), 503, true),
                Arguments.of(new CompletionException(new SQLException("secret@example.com")), 503, true),
                Arguments.of(new RuntimeCamelException(new SQLException("secret@example.com")), 503, true),
                Arguments.of(new IllegalStateException("secret@example.com"), 500, false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void answersEveryFailure(Exception failure, int status, boolean again) {
        Exchange exchange = answered(failure);

        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(status);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(exchange.getMessage().getHeaders().containsKey("Retry-After"))
                .isEqualTo(again);
        assertThat(exchange.getMessage().getBody(String.class))
                .contains("\"status\":" + status)
                .doesNotContain("secret@example.com", "SQLException");
    }

    @Test
    void sendsNothingOfTheRequestBack() {
        assertThat(answered(new ProblemException(Problem.of(400, "Why.")))
                        .getMessage()
                        .getHeaders())
                .doesNotContainKey("Authorization");
    }

    private static Exchange answered(Exception failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("Authorization", "Bearer secret");
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        new ProblemStep().process(exchange);
        return exchange;
    }
}
