package org.almbridge.escalation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.Escalation;
import org.almbridge.learner.Learner;

/** What people and their tools receive of an escalation; its JSON is a public contract. */
@RegisterForReflection
@JsonPropertyOrder({"id", "openedAt", "class", "learner", "enrolments", "attempts", "advice", "replay"})
public record EscalationRecord(
        String id,
        String openedAt,
        @JsonProperty("class") String failureClass,
        Person learner,
        List<Course> enrolments,
        List<Call> attempts,
        String advice,
        String replay) {

    @RegisterForReflection
    public record Person(
            String key,
            String email,
            Map<String, String> row,
            int rowNumber,
            String source,
            String batch,
            String almUserId) {}

    @RegisterForReflection
    public record Course(String loId, String loInstanceId) {}

    @RegisterForReflection
    public record Call(
            String at,
            String call,
            String loInstanceId,
            Integer status,
            @JsonProperty("class") String failureClass,
            String requestId,
            String body) {}

    /** With all that the escalation holds. */
    public static EscalationRecord of(Escalation escalation) {
        Learner learner = escalation.learner();
        return new EscalationRecord(
                escalation.id(),
                Instant.ofEpochMilli(escalation.openedAt()).toString(),
                escalation.failureClass().name(),
                new Person(
                        learner.key(),
                        learner.email(),
                        learner.row(),
                        learner.rowNumber(),
                        learner.source(),
                        learner.batch(),
                        learner.almUserId()),
                learner.enrolments().stream().map(EscalationRecord::course).toList(),
                learner.attempts().stream().map(EscalationRecord::call).toList(),
                Advice.of(escalation.failureClass()),
                "Put the person's row, corrected where needed, into a new file; or, when nothing in the row is wrong,"
                        + " name this id to POST /api/escalations/replay. Either opens the work again, and nothing that"
                        + " is done is repeated.");
    }

    private static Course course(Enrolment enrolment) {
        return new Course(enrolment.loId(), enrolment.loInstanceId());
    }

    private static Call call(Attempt attempt) {
        return new Call(
                Instant.ofEpochMilli(attempt.startedAt()).toString(),
                attempt.call().name(),
                attempt.loInstanceId(),
                attempt.status(),
                attempt.failureClass() == null ? null : attempt.failureClass().name(),
                attempt.requestId(),
                attempt.body());
    }
}
