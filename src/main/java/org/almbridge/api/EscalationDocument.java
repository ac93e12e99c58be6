package org.almbridge.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almbridge.escalation.Advice;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.Escalation;
import org.almbridge.learner.Learner;
import org.almbridge.ledger.Dismissal;
import org.almbridge.ledger.EscalationSummary;

/** Shows an escalation in a list; the members are public. */
final class EscalationDocument {

    private EscalationDocument() {}

    static ObjectNode of(EscalationSummary summary) {
        Escalation escalation = summary.escalation();
        Dismissal dismissal = summary.dismissal();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", escalation.id());
        json.put("class", escalation.failureClass().name());
        json.put("state", dismissal != null ? "dismissed" : summary.settled() ? "settled" : "open");
        json.put("openedAt", Times.text(escalation.openedAt()));
        json.set("learner", learner(escalation.learner()));
        var enrolments = json.putArray("enrolments");
        for (Enrolment enrolment : escalation.learner().enrolments()) {
            enrolments.addObject().put("loId", enrolment.loId()).put("loInstanceId", enrolment.loInstanceId());
        }
        json.set("lastAttempt", summary.lastAttempt() == null ? null : attempt(summary.lastAttempt()));
        json.put("advice", Advice.of(escalation.failureClass()));
        put(json, dismissal);
        return json;
    }

    /** @param dismissal may be {@code null} */
    static void put(ObjectNode json, Dismissal dismissal) {
        json.put("dismissedAt", dismissal == null ? null : Times.text(dismissal.at()));
        json.put("dismissedBecause", dismissal == null ? null : dismissal.because());
        json.put("dismissedBy", dismissal == null ? null : dismissal.by());
    }

    private static ObjectNode learner(Learner learner) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", learner.key())
                .put("email", learner.email())
                .put("rowNumber", learner.rowNumber())
                .put("source", learner.source())
                .put("batch", learner.batch())
                .put("almUserId", learner.almUserId());
    }

    private static ObjectNode attempt(Attempt attempt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("at", Times.text(attempt.startedAt()))
                .put("call", attempt.call().name())
                .put("loInstanceId", attempt.loInstanceId())
                .put("status", attempt.status())
                .put("class", attempt.failureClass().name())
                .put("requestId", attempt.requestId())
                .put("body", attempt.body());
    }
}
