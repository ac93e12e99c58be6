package org.almbridge.doctor;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.almbridge.alm.FailureClassifier;
import org.almbridge.alm.LookUp;
import org.almbridge.call.RetryAfter;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;

/** Puts the doctor's questions to ALM, one at a time, and puts what came of them into the report. */
final class Calls {

    private static final String[] HEADERS = {"Content-Type", "x-request-id", "x-rate-limit", "x-burst", "Retry-After"};
    private static final int MOST_THROTTLED = 10;
    private static final long USUAL_WAIT_MS = 2_000;
    private static final long LONGEST_WAIT_MS = 120_000;

    private final ProducerTemplate routes;
    private final Clock clock;
    private final Report report;

    Calls(ProducerTemplate routes, Clock clock, Report report) {
        this.routes = routes;
        this.clock = clock;
        this.report = report;
    }

    /** For a question about nobody in particular, the answer to which may be about anybody. */
    Reply ask(Question question) throws InterruptedException {
        Reply reply = patiently(question, null, null);
        if (!reply.isSuccess()) {
            report.reply(reply);
        }
        return reply;
    }

    /** @param enrolment {@code null} for a question about the user */
    Reply ask(Question question, LearnerInFlight person, Enrolment enrolment) throws InterruptedException {
        Reply reply = patiently(question, person, enrolment);
        report.reply(reply);
        return reply;
    }

    private Reply patiently(Question question, LearnerInFlight person, Enrolment enrolment)
            throws InterruptedException {
        Reply reply = once(question, person, enrolment);
        for (int i = 0; i < MOST_THROTTLED && reply.failureClass() == FailureClass.THROTTLED; i++) {
            report.reply(reply);
            Long asked = RetryAfter.milliseconds(reply.headers().get("Retry-After"), clock.instant());
            TimeUnit.MILLISECONDS.sleep(Math.min(LONGEST_WAIT_MS, asked == null ? USUAL_WAIT_MS : asked));
            reply = once(question, person, enrolment);
        }
        return reply;
    }

    private Reply once(Question question, LearnerInFlight person, Enrolment enrolment) {
        long from = clock.millis();
        Exchange exchange = routes.send("direct:" + question.route(), asked -> {
            asked.setVariable("learner", person);
            asked.setVariable("enrolment", enrolment);
        });
        Long sentAt = NoteSent.sentAt(exchange);
        return reply(question, exchange, sentAt == null ? from : sentAt, clock.millis());
    }

    private static Reply reply(Question question, Exchange exchange, long sentAt, long answeredAt) {
        Message answer = exchange.getMessage();
        if (exchange.getException() != null) {
            return new Reply(question, null, Map.of(), null, null, sentAt, answeredAt, exchange.getException());
        }
        int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        String body = answer.getBody(String.class);
        return new Reply(
                question, status, headers(answer), body, meaning(question, status, body), sentAt, answeredAt, null);
    }

    /** To a look-up by id, "not there" is no failure. */
    private static FailureClass meaning(Question question, int status, String body) {
        boolean absent = question.call() == AlmCall.FIND_ENROLMENT && LookUp.saysAbsent(status, body);
        return absent || status >= 200 && status < 300
                ? null
                : FailureClassifier.ofStatus(question.call(), status, body, question.verified(), question.young());
    }

    private static Map<String, String> headers(Message answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            String value = answer.getHeader(name, String.class);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
