package org.almbridge.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.almbridge.learner.Learner;
import org.almbridge.learner.LearnerInFlight;

/** Creates the throw-away user, and tries how ALM answers a repeat of it. */
final class UserCheck {

    private static final String CREATE = "create";
    private static final String SEND = "Send the answer below to the maintainers.";

    private final Calls calls;
    private final Report report;
    private final Clock clock;
    private final String email;
    private final long windowMs;

    /** @param windowMs milliseconds after a create for which ALM may not show the user */
    UserCheck(Calls calls, Report report, Clock clock, String email, long windowMs) {
        this.calls = calls;
        this.report = report;
        this.clock = clock;
        this.email = email;
        this.windowMs = windowMs;
    }

    /** Empty when there is no user whom nobody minds to be enrolled. */
    Optional<LearnerInFlight> created() throws InterruptedException {
        LearnerInFlight person = person();
        Reply before = calls.ask(Question.findUser("look-up of a user who is not there"), person, null);
        if (!before.isSuccess()) {
            report.fail("look-up", "a user by e-mail address: " + before.outcome(), SEND);
            return Optional.empty();
        }
        if (!id(before).isEmpty()) {
            report.warn(
                    CREATE,
                    "ALM has a user with the address of bridge.doctor.email; nothing was done to it",
                    "Give an address that nobody has: %s in it becomes the time.");
            return Optional.empty();
        }
        Reply created = calls.ask(Question.create("create"), person, null);
        if (!created.isSuccess()) {
            refused(created);
            return Optional.empty();
        }
        return known(person, created);
    }

    private void refused(Reply reply) {
        report.fail(
                CREATE,
                "POST users: " + reply.outcome(),
                reply.is(403)
                        ? "The token lacks the scope admin:write, or its user is no administrator. Give the application"
                                + " the scopes admin:read,admin:write in ALM and get a new token."
                        : "The answer below says why; the account may ask for a field of its own. If it does not, send"
                                + " it to the maintainers.");
    }

    private Optional<LearnerInFlight> known(LearnerInFlight person, Reply created) throws InterruptedException {
        String id = created.id();
        if (!id.isBlank()) {
            report.ok(CREATE, "user " + id + " within " + Spell.text(created.tookMs()) + ", HTTP " + created.status());
            person.userKnown(id, created.answeredAt(), false);
            return Optional.of(person);
        }
        Optional<String> found = awaited(person, created.answeredAt());
        if (found.isEmpty()) {
            report.fail(
                    CREATE,
                    "HTTP " + created.status() + " without an id, and no user within " + Spell.text(windowMs),
                    "The account creates users asynchronously and slower than bridge.retry.lag-window-ms: raise it.");
            return Optional.empty();
        }
        report.warn(
                CREATE,
                "HTTP " + created.status() + " without an id; a look-up showed user " + found.get() + " after "
                        + Spell.text(clock.millis() - created.answeredAt()),
                "The account creates users asynchronously. The bridge copes by looking them up; tell the maintainers.");
        person.userKnown(found.get(), created.answeredAt(), false);
        return Optional.of(person);
    }

    private Optional<String> awaited(LearnerInFlight person, long since) throws InterruptedException {
        while (clock.millis() - since < windowMs) {
            String id = id(calls.ask(Question.findUser("look-up of the user"), person, null));
            if (!id.isEmpty()) {
                return Optional.of(id);
            }
            TimeUnit.MILLISECONDS.sleep(LagMeasured.stepMs(clock.millis() - since));
        }
        return Optional.empty();
    }

    /** Whether ALM sees that the user is there: the bridge repeats a create whose answer was lost. */
    void repeats(LearnerInFlight first) throws InterruptedException {
        Reply repeat = calls.ask(Question.create("repeat of the create"), person(), null);
        String text = "a repeated create: " + repeat.outcome();
        if (repeat.isSuccess() && !repeat.id().equals(first.almUserId())) {
            report.fail("repeat", "a repeated create made a second user, " + repeat.id(), "Do not go live. " + SEND);
        } else if (repeat.isSuccess()
                || repeat.isAnswer() && repeat.failureClass().needsLookUp()) {
            report.ok("repeat", text + ", and looks the user up");
        } else {
            report.warn("repeat", text + ", and not for a user who is there", SEND);
        }
    }

    /** The id of the throw-away user in the answer to a look-up, empty when it is not there. */
    private String id(Reply lookUp) {
        for (JsonNode user : lookUp.document().path("data")) {
            if (email.equalsIgnoreCase(user.at("/attributes/email").asText())) {
                return user.path("id").asText();
            }
        }
        return "";
    }

    boolean isShownBy(Reply lookUp) {
        return !id(lookUp).isEmpty();
    }

    private LearnerInFlight person() {
        return new LearnerInFlight(
                new Learner(
                        email,
                        email,
                        Map.of("email", email, "name", "Doctor Throwaway", "userType", "INTERNAL"),
                        "doctor",
                        "doctor",
                        1,
                        null,
                        null,
                        false,
                        0,
                        List.of(),
                        List.of()),
                null,
                0);
    }
}
