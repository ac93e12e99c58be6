package org.almbridge.alm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.almbridge.SteppedClock;
import org.almbridge.learner.FailureClass;
import org.almbridge.manager.Manager;
import org.almbridge.manager.ManagerFinding;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpMethods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of ALM about a manager, and what its answers say. */
class ManagerLookUpTest {

    private static final Manager BY_ID = new Manager("4711", null);
    private static final Manager BY_EMAIL = new Manager(null, "b+o@example.com");

    private final Processor find = new FindManager();
    private final Processor note = new ManagerLookUp(new SteppedClock());

    @Test
    void asksById() throws Exception {
        Exchange exchange = asking(BY_ID);
        find.process(exchange);

        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_METHOD)).isEqualTo(HttpMethods.GET);
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_PATH)).isEqualTo("4711");
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_QUERY)).isNull();
    }

    @Test
    void asksByEmail() throws Exception {
        Exchange exchange = asking(BY_EMAIL);
        find.process(exchange);

        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_PATH)).isNull();
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_QUERY, String.class))
                .endsWith("&ids=email%3Ab%2Bo%40example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"4711\",\"attributes\":{\"state\":\"ACTIVE\"}}",
                "{\"id\":\"4711\",\"attributes\":{\"state\":\"Active\"}}",
                "{\"id\":\"4711\"}"
            })
    void findsAnActiveManagerById(String user) throws Exception {
        assertThat(noted(BY_ID, "{\"data\":" + user + "}")).isEqualTo(ManagerFinding.active("4711"));
    }

    @Test
    void findsTheManagerWithThatAddress() throws Exception {
        assertThat(noted(
                        BY_EMAIL,
                        list(user("1", "x@example.com", "ACTIVE") + "," + user("2", "B+O@example.com", "ACTIVE"))))
                .isEqualTo(ManagerFinding.active("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETED", "INACTIVE"})
    void tellsTheStateOfWhoCannotBeAManager(String state) throws Exception {
        ManagerFinding byEmail = noted(BY_EMAIL, list(user("2", "b+o@example.com", state)));
        ManagerFinding byId = noted(BY_ID, "{\"data\":" + user("4711", "b+o@example.com", state) + "}");

        assertThat(byEmail.isActive()).isFalse();
        assertThat(byEmail.state()).isEqualTo(state);
        assertThat(byId.state()).isEqualTo(state);
        assertThat(byId.evidence().requestId()).isEqualTo("gw-200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[]}", "{\"data\":null}", "{}"})
    void findsNobodyInAnEmptyList(String answer) throws Exception {
        ManagerFinding finding = noted(BY_EMAIL, answer);

        assertThat(finding.isActive()).isFalse();
        assertThat(finding.state()).isNull();
        assertThat(finding.evidence().body()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"404, NONE", "400, MISSING_CODE", "400, MISSING_META"})
    void findsNobodyUnderAnIdThatAlmDoesNotKnow(int status, AlmBody body) throws Exception {
        Exchange exchange = asking(BY_ID);
        AlmExchanges.answer(exchange, status, body.text());
        note.process(exchange);

        assertThat(ManagerVariables.finding(exchange).isActive()).isFalse();
        assertThat(ManagerVariables.finding(exchange).evidence().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "401, NONE, UNAUTHORISED",
        "403, NONE, REJECTED",
        "429, THROTTLED, THROTTLED",
        "500, HTML, UNAVAILABLE",
        "503, HTML, UNAVAILABLE"
    })
    void doesNotTakeAnAilingAlmForAMissingManager(int status, AlmBody body, FailureClass expected) {
        for (Manager manager : new Manager[] {BY_ID, BY_EMAIL}) {
            Exchange exchange = asking(manager);
            AlmExchanges.answer(exchange, status, body.text());
            exchange.getMessage().setHeader("retry-after", "1.5");

            AlmFailure failure = catchThrowableOfType(AlmAnswerException.class, () -> note.process(exchange))
                    .failure();

            assertThat(failure).isEqualTo(new AlmFailure(expected, status, "gw-" + status, body.text(), 1_500L));
            assertThat(ManagerVariables.finding(exchange)).isNull();
        }
    }

    @Test
    void takesNoErrorForAListWithoutTheManager() {
        Exchange exchange = asking(BY_EMAIL);
        AlmExchanges.answer(exchange, 400, AlmBody.MISSING_CODE.text());

        assertThat(catchThrowableOfType(AlmAnswerException.class, () -> note.process(exchange)))
                .isNotNull();
    }

    private ManagerFinding noted(Manager manager, String answer) throws Exception {
        Exchange exchange = asking(manager);
        AlmExchanges.answer(exchange, answer);
        note.process(exchange);
        return ManagerVariables.finding(exchange);
    }

    private static Exchange asking(Manager manager) {
        Exchange exchange = AlmExchanges.of(null, null);
        ManagerVariables.manager(exchange, manager);
        return exchange;
    }

    private static String list(String users) {
        return "{\"data\":[" + users + "]}";
    }

    private static String user(String id, String email, String state) {
        return "{\"id\":\"%s\",\"attributes\":{\"email\":\"%s\",\"state\":\"%s\"}}".formatted(id, email, state);
    }
}
