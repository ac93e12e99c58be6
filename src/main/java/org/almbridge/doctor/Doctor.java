package org.almbridge.doctor;

import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.almbridge.BridgeConfig;
import org.almbridge.PrivateFile;
import org.almbridge.course.CourseDirectory;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.token.TokenCheck;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.AfterStart;

/** Examines the account on a thread of its own, tells what it sees, and ends the process. */
@Singleton
class Doctor {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final BridgeConfig config;
    private final CamelContext context;
    private final Clock clock;
    private final TokenCheck tokens;
    private final CourseDirectory courses;
    private final LimitsSeen limits;
    private final Scrubber scrubber;

    Doctor(
            BridgeConfig config,
            CamelContext context,
            Clock clock,
            TokenCheck tokens,
            CourseDirectory courses,
            LimitsSeen limits,
            Scrubber scrubber) {
        this.config = config;
        this.context = context;
        this.clock = clock;
        this.tokens = tokens;
        this.courses = courses;
        this.limits = limits;
        this.scrubber = scrubber;
    }

    void start(@Observes AfterStart event) {
        if (config.doctor().enabled()) {
            Thread thread = new Thread(this::run, "doctor");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        String stamp = STAMP.format(clock.instant());
        Report report = new Report(System.out::println, scrubber::scrubbed);
        try {
            report.line("alm-bridge doctor, " + TIME.format(clock.instant()));
            report.line("");
            examine(new Calls(context.createProducerTemplate(), clock, report), report, stamp);
            keepRefreshToken(report, stamp);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.fail("doctor", "was stopped");
        } catch (IOException | RuntimeException e) {
            report.fail("doctor", "cannot go on: " + e, "Send this line to the maintainers.");
        }
        conclude(report, stamp);
        Quarkus.asyncExit(report.isWell() ? 0 : 1);
    }

    private void examine(Calls calls, Report report, String stamp) throws InterruptedException {
        if (!new AccessCheck(config, tokens, calls, report).passes()) {
            return;
        }
        RulesCheck rules = new RulesCheck(config, courses, report, clock);
        Optional<Enrolment> course = rules.usable();
        rules.triesACourseThatIsNotThere();
        Optional<String> email = config.doctor().email();
        if (email.isPresent()) {
            write(calls, report, email.get().replace("%s", stamp), course);
        } else {
            report.warn(
                    "create",
                    "not tried, and nothing was written to ALM",
                    "Set bridge.doctor.email to have a throw-away user created and enrolled: docs/first-day.md.");
        }
        new LimitsCheck(limits.byMethod(), report).tell();
    }

    private void write(Calls calls, Report report, String email, Optional<Enrolment> course)
            throws InterruptedException {
        long windowMs = config.retry().lagWindowMs();
        UserCheck users = new UserCheck(calls, report, clock, email, windowMs);
        Optional<LearnerInFlight> created = users.created();
        if (created.isEmpty()) {
            return;
        }
        LearnerInFlight person = created.get();
        EnrolmentCheck enrolments = new EnrolmentCheck(calls, report, clock, users, windowMs);
        if (course.isEmpty()) {
            report.warn("lag", "not measured: no rule names a course that is there", "Correct the rules first.");
        } else if (enrolments.enrols(person, course.get())) {
            enrolments.repeats(person, course.get());
        }
        enrolments.triesWrongIds(person);
        users.repeats(person);
        report.warn(
                "left over", "user " + person.almUserId() + " of ALM", "Delete it in ALM: the bridge deletes nobody.");
    }

    /** Otherwise it would be lost with the doctor's ledger, and the configured one may be good for nothing any more. */
    private void keepRefreshToken(Report report, String stamp) throws IOException {
        Optional<String> replacement = tokens.replacement();
        if (replacement.isPresent()) {
            Path file = PrivateFile.write("doctor-" + stamp + ".refresh-token", replacement.get());
            report.warn(
                    "token",
                    "ALM has replaced the refresh token; the new one is in " + file,
                    "Set it as bridge.alm.oauth.refresh-token, then delete the file. Tell the maintainers.");
        }
    }

    private static void conclude(Report report, String stamp) {
        report.answers();
        report.line("");
        report.line(
                report.isWell()
                        ? "Nothing here would stop the bridge."
                        : "Checks that would stop the bridge: " + report.failures() + ", marked FAIL above.");
        Path file = Path.of("doctor-" + stamp + ".txt");
        try {
            Files.writeString(file, report.text());
            report.line("This report is in " + file + "; it may be sent to the maintainers.");
        } catch (IOException e) {
            report.line("This report could not be written to " + file + ": " + e);
        }
    }
}
