package org.almbridge.flow;

import static org.almbridge.support.TraceReceiver.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.almbridge.support.TraceReceiver;
import org.almbridge.support.TraceReceiverResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
@WithTestResource(TraceReceiverResource.class)
class TracingTest {

    Simulator alm;
    Inbox inbox;
    TraceReceiver traces;

    @Test
    void tracesEachLearnerFromTheirSourceToTheEnrolment() throws IOException {
        List<String> people = List.of("trace-ada@example.com", "trace-bob@example.com", "trace-cy@example.com");

        inbox.drop("traced.csv", Inbox.people(people.toArray(String[]::new)));

        people.forEach(alm::awaitEnrolled);
        Span batch = awaitSpan("accept-batch", 0);
        String id = attribute(batch, "bridge.batch").orElseThrow();
        assertThat(root(batch).getName()).isEqualTo("file");
        for (int row = 2; row <= 4; row++) {
            Span turn = awaitTurn(id, row);
            assertThat(turn.getParentSpanId()).isEqualTo(ByteString.EMPTY);
            assertThat(turn.getTraceId()).isNotEqualTo(batch.getTraceId());
            assertThat(turn.getLinksList()).extracting(Span.Link::getTraceId).containsExactly(batch.getTraceId());
            List<Span> trace = trace(turn.getTraceId());
            assertThat(trace).allMatch(span -> attribute(span, "bridge.batch").equals(Optional.of(id)));
            assertThat(trace)
                    .extracting(Span::getName)
                    .contains("due", "alm-create-user", "alm-create-user-once", "alm-enrol-user", "POST");
        }
    }

    @Test
    void marksACallThatFailed() throws IOException {
        alm.script("trace-early@example.com", "{\"timingErrors\": 1}");

        inbox.drop("early.csv", Inbox.people("trace-early@example.com"));

        alm.awaitEnrolled("trace-early@example.com");
        assertThat(Patience.awaiting("a span of the refused call")
                        .until(
                                () -> traces.spans().stream()
                                        .filter(span -> attribute(span, "http.status_code")
                                                .filter("400"::equals)
                                                .isPresent())
                                        .toList(),
                                spans -> !spans.isEmpty()))
                .allMatch(span -> span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR);
    }

    @Test
    void goesOnWithTheTraceOfTheCaller() {
        String traceId = "0af7651916cd43dd8448eb211c80319c";

        Api.asHr()
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
                .body(Api.person("trace-pushed@example.com"))
                .post("/api/users")
                .then()
                .statusCode(202);

        alm.awaitEnrolled("trace-pushed@example.com");
        ByteString id = ByteString.fromHex(traceId);
        Patience.awaiting("spans of the caller's trace")
                .until(() -> trace(id).stream().anyMatch(span -> span.getName().equals("accept-batch")));
    }

    @Test
    void namesNobody() throws IOException {
        inbox.drop("trace-of-zoe.csv", """
                email,name,userUniqueId
                trace-zoe@example.com,Zoe Traceable,trace-key-zoe
                """);
        alm.awaitEnrolled("trace-zoe@example.com");
        String user = alm.users("trace-zoe@example.com").get(0).id();
        Api.asHr().get("/api/batches/trace-key-zoe").then().statusCode(404);
        inbox.drop("trace-again.csv", Inbox.people("trace-last@example.com"));
        alm.awaitEnrolled("trace-last@example.com");
        awaitSpan("accept-batch", 1);

        assertThat(traces.everything())
                .contains("accept-batch")
                .doesNotContainIgnoringCase("trace-zoe")
                .doesNotContain("Traceable", "trace-key-zoe", "trace-of-zoe", user, "simulator-token", ApiProfile.KEY);
    }

    private Span awaitSpan(String name, int which) {
        return Patience.awaiting("span " + name)
                .until(
                        () -> traces.spans().stream()
                                .filter(span -> span.getName().equals(name))
                                .filter(span -> attribute(span, "bridge.batch").isPresent())
                                .toList(),
                        spans -> spans.size() > which)
                .get(which);
    }

    private Span awaitTurn(String batch, int row) {
        return Patience.awaiting("the turn of row " + row)
                .until(
                        () -> traces.spans().stream()
                                .filter(span -> span.getName().equals("due"))
                                .filter(span -> attribute(span, "bridge.batch")
                                        .orElse("")
                                        .equals(batch))
                                .filter(span ->
                                        attribute(span, "bridge.row").orElse("").equals(String.valueOf(row)))
                                .toList(),
                        spans -> !spans.isEmpty())
                .get(0);
    }

    private List<Span> trace(ByteString id) {
        return traces.spans().stream()
                .filter(span -> span.getTraceId().equals(id))
                .toList();
    }

    private Span root(Span span) {
        return traces.spans().stream()
                .filter(other -> other.getTraceId().equals(span.getTraceId()))
                .filter(other -> other.getParentSpanId().equals(ByteString.EMPTY))
                .findFirst()
                .orElseThrow();
    }
}
