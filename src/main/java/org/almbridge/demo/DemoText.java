package org.almbridge.demo;

import java.util.Locale;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.LedgerCounts;
import org.almbridge.simulator.SimulatorReport;

/** What the demo prints. */
final class DemoText {

    private DemoText() {}

    static String progress(LedgerCounts counts) {
        return format(
                "%d of %d people done: %d enrolled, %d escalated; %d created and not enrolled yet, %d to create; %d rows rejected",
                counts.enrolled() + counts.escalated(),
                counts.learners(),
                counts.enrolled(),
                counts.escalated(),
                counts.created(),
                counts.toCreate(),
                counts.rejectedRows());
    }

    static String summary(LedgerCounts counts, SimulatorReport alm, BridgeConfig config) {
        return format(
                """
                All done.
                  enrolled   %6d people
                  escalated  %6d people, one record each in %s
                  rejected   %6d rows, one report a file in %s
                  repeated   %6d rows of people seen before
                  The simulator saw %d users, %d enrolments, %d duplicate creates, %d repeated enrolments,
                  wasted calls per enrolment %.2f,
                  time from create to enrolled p50 %.1f s, p95 %.1f s (its index took %.1f s on average).
                  Drop more CSV files into %s; Ctrl+C ends the demo.""",
                counts.enrolled(),
                counts.escalated(),
                config.escalation().endpoints().get(0),
                counts.rejectedRows(),
                config.rejects().directory(),
                counts.repeatedRows(),
                alm.users(),
                alm.enrolments(),
                alm.duplicateCreates(),
                alm.repeatedEnrolments(),
                alm.wastedCallsPerEnrolment(),
                alm.createToEnrolled().p50() / 1000.0,
                alm.createToEnrolled().p95() / 1000.0,
                alm.lagMeanMs() / 1000.0,
                config.simulator().sampleDirectory().orElse("the source's folder"));
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
