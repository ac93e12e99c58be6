package org.almbridge.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.almbridge.ledger.RehearsalCounts;

/** Writes a plan the way people read it. Nobody is named: people are rows. */
final class PlanText {

    private static final int WIDTH = 28;

    private final Plan plan;
    private final List<String> lines = new ArrayList<>();

    PlanText(Plan plan) {
        this.plan = plan;
    }

    List<String> lines() {
        lines.clear();
        rows();
        people();
        enrolments();
        calls();
        reasons();
        return List.copyOf(lines);
    }

    private void rows() {
        line("rows read", plan.rowsRead());
        line("rejected", plan.counts().rejected());
        line("repeated rows", plan.repeatedRows());
        if (!plan.ignoredColumns().isEmpty()) {
            line("columns not understood", String.join(", ", plan.ignoredColumns()));
        }
        if (plan.failure() != null) {
            line("cannot be read to its end", plan.failure());
        }
        if (plan.held() != null) {
            line("held until it is approved", plan.held());
        }
    }

    private void people() {
        RehearsalCounts counts = plan.counts();
        Work work = plan.work();
        line("people", counts.people());
        line("  to create", work.created());
        line("  to link", work.linked());
        line("  nothing to do", counts.nothingToDo());
        line("  for people to look at", work.escalated());
        line("  waiting for their day", counts.waitForDay());
        line("  waiting for their manager", counts.waitForManager());
        line("  manager in this input", counts.managersWithin());
    }

    private void enrolments() {
        line("enrolments to make", plan.work().enrolments());
        line("  there already", plan.counts().already() + plan.work().thereBefore());
        line("  later", plan.counts().later());
        line(
                "  for people to look at",
                plan.work().escalatedEnrolments() + plan.counts().withPeople());
        if (plan.counts().firstDay() != null) {
            line(
                    "  days",
                    day(plan.counts().firstDay()) + " to " + day(plan.counts().lastDay()));
        }
    }

    private static String day(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private void calls() {
        line("calls at least", plan.work().posts() + " POST, " + plan.work().gets() + " GET");
        if (plan.lagPosts() != null) {
            line("  more for ALM's lag", "about " + plan.lagPosts() + " POST");
        }
        line(
                "limit",
                plan.limit() == null
                        ? "not known yet; ALM's answers tell it"
                        : String.format(
                                Locale.ROOT,
                                "%.0f POST a minute, burst %d",
                                plan.limit().perMinute(),
                                plan.limit().burst()));
        line(
                "time at least",
                plan.seconds() == null
                        ? "not known without a limit"
                        : Duration.ofSeconds(plan.seconds())
                                .toString()
                                .substring(2)
                                .toLowerCase(Locale.ROOT));
    }

    private void reasons() {
        plan.counts().firstRejected().forEach(row -> reason("rejected", row.number(), row.reasons()));
        plan.work().firstEscalated().forEach(person -> reason("look at", person.row(), person.reasons()));
    }

    private void reason(String what, int row, List<String> reasons) {
        lines.add("%s: row %d: %s".formatted(what, row, String.join("; ", reasons)));
    }

    private void line(String what, Object value) {
        lines.add(String.format(Locale.ROOT, "%-" + WIDTH + "s %s", what, value));
    }
}
