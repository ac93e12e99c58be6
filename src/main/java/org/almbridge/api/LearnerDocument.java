package org.almbridge.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Learner;
import org.almbridge.ledger.HeldPerson;
import org.almbridge.ledger.Holds;
import org.almbridge.ledger.Timeline;
import org.almbridge.ledger.Timeline.Course;
import org.almbridge.ledger.Timeline.Handover;
import org.almbridge.ledger.Timeline.Notice;
import org.almbridge.ledger.Whereabouts;

/** Shows one person as callers see them; the members are public. */
@Singleton
class LearnerDocument {

    private final Holds holds;
    private final Clock clock;

    LearnerDocument(Holds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    ObjectNode of(Whereabouts whereabouts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (whereabouts.timeline() == null) {
            put(json, whereabouts.held());
        } else {
            put(json, whereabouts.timeline(), whereabouts.held());
        }
        return json;
    }

    /** Somebody who is no learner yet: all that comes later is empty. */
    private static void put(ObjectNode json, HeldPerson held) {
        json.put("key", held.key());
        json.put("email", held.email());
        json.put("state", "HELD");
        json.put("why", HeldText.of(held));
        json.put("source", held.source());
        json.put("input", held.input());
        json.put("batch", held.batch());
        json.put("rowNumber", held.rowNumber());
        held.row().forEach(json.putObject("row")::put);
        List.of("acceptedAt", "startAt", "nextDueAt", "almUserId").forEach(json::putNull);
        json.put("linked", false);
        List.of("createdAt", "finishedAt").forEach(json::putNull);
        List.of("enrolments", "attempts", "escalations").forEach(json::putArray);
    }

    private void put(ObjectNode json, Timeline timeline, HeldPerson held) {
        Learner learner = timeline.learner();
        json.put("key", learner.key());
        json.put("email", learner.email());
        json.put("state", timeline.state().name());
        json.put("why", new Why(timeline, held, holds.now(), clock.millis()).text());
        json.put("source", learner.source());
        json.put("input", timeline.input());
        json.put("batch", learner.batch());
        json.put("rowNumber", learner.rowNumber());
        learner.row().forEach(json.putObject("row")::put);
        json.put("acceptedAt", Times.text(timeline.acceptedAt()));
        json.put("startAt", Times.textOrNull(timeline.startAt()));
        json.put("nextDueAt", Times.text(timeline.dueAt()));
        json.put("almUserId", learner.almUserId());
        json.put("linked", learner.linked());
        json.put("createdAt", Times.text(learner.createdAt()));
        json.put("finishedAt", Times.text(timeline.finishedAt()));
        var enrolments = json.putArray("enrolments");
        timeline.enrolments().forEach(course -> put(enrolments.addObject(), course));
        var attempts = json.putArray("attempts");
        learner.attempts().forEach(attempt -> put(attempts.addObject(), attempt));
        var escalations = json.putArray("escalations");
        timeline.escalations().forEach(escalation -> put(escalations.addObject(), escalation));
    }

    private static void put(ObjectNode json, Course course) {
        json.put("loId", course.loId());
        json.put("loInstanceId", course.loInstanceId());
        json.put("state", course.state().name());
        json.put("startAt", Times.textOrNull(course.startAt()));
        json.put("enrolledAt", Times.text(course.enrolledAt()));
        json.put("escalationId", course.escalationId());
    }

    private static void put(ObjectNode json, Attempt attempt) {
        json.put("number", attempt.number());
        json.put("call", attempt.call().name());
        json.put("loInstanceId", attempt.loInstanceId());
        json.put("startedAt", Times.text(attempt.startedAt()));
        json.put("endedAt", Times.text(attempt.endedAt()));
        json.put("status", attempt.status());
        json.put(
                "class",
                attempt.failureClass() == null ? null : attempt.failureClass().name());
        json.put("requestId", attempt.requestId());
        json.put("body", attempt.body());
    }

    private static void put(ObjectNode json, Handover escalation) {
        json.put("id", escalation.id());
        json.put("class", escalation.failureClass().name());
        json.put("openedAt", Times.text(escalation.openedAt()));
        EscalationDocument.put(json, escalation.dismissal());
        var deliveries = json.putArray("deliveries");
        for (Notice notice : escalation.deliveries()) {
            ObjectNode delivery = deliveries.addObject();
            delivery.put("endpoint", notice.endpoint());
            delivery.put("deliveredAt", Times.text(notice.deliveredAt()));
            delivery.put("tries", notice.tries());
            delivery.put("nextTryAt", Times.text(notice.nextTryAt()));
        }
    }
}
