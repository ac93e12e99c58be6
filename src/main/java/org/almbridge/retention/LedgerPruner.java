package org.almbridge.retention;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.almbridge.BridgeConfig;
import org.almbridge.escalation.EscalationFiles;
import org.almbridge.ledger.Removed;
import org.almbridge.ledger.RetentionLedger;
import org.almbridge.ledger.RetentionLedger.Pruned;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Removes all that is older than it may be kept; what a stop leaves over is found the next time. */
@Singleton
@Named("pruneLedger")
class LedgerPruner implements Processor {

    private static final Logger LOG = Logger.getLogger(LedgerPruner.class);

    private final BridgeConfig config;
    private final RetentionLedger ledger;
    private final EscalationFiles files;
    private final Clock clock;

    LedgerPruner(BridgeConfig config, RetentionLedger ledger, EscalationFiles files, Clock clock) {
        this.config = config;
        this.ledger = ledger;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        BooleanSupplier stopping = exchange.getContext().getStatus()::isStopping;
        try {
            Removed people = removeLearners(config.retention().finishedLearnersDays(), stopping);
            int attempts = removeAttempts(config.retention().attemptsDays(), stopping);
            if (people.learners() + attempts > 0) {
                ledger.clean();
                LOG.infof(
                        "Old enough to go: %d people with %d attempts and %d escalations, and %d attempts for others",
                        people.learners(), people.attempts(), people.escalations(), attempts);
            }
        } catch (SQLException | CompletionException e) {
            LOG.warnf(
                    "What is old enough to go could not be removed (%s); it is tried again in %d ms",
                    e.getClass().getSimpleName(), config.retention().intervalMs());
        }
    }

    private Removed removeLearners(OptionalInt days, BooleanSupplier stopping) throws SQLException {
        Removed removed = Removed.NOTHING;
        if (days.isPresent()) {
            long before = daysAgo(days.getAsInt());
            List<String> keys = ledger.learners(before, "");
            while (!keys.isEmpty() && !stopping.getAsBoolean()) {
                Pruned pruned = ledger.removeLearners(keys, before);
                pruned.escalated().forEach(files::remove);
                removed = removed.plus(pruned.removed());
                keys = ledger.learners(before, last(keys));
            }
        }
        return removed;
    }

    private int removeAttempts(OptionalInt days, BooleanSupplier stopping) throws SQLException {
        int removed = 0;
        if (days.isPresent()) {
            long before = daysAgo(days.getAsInt());
            List<String> keys = ledger.learnersWithAttempts(before, "");
            while (!keys.isEmpty() && !stopping.getAsBoolean()) {
                removed += ledger.removeAttempts(keys, before);
                keys = ledger.learnersWithAttempts(before, last(keys));
            }
        }
        return removed;
    }

    private long daysAgo(int days) {
        return clock.millis() - Duration.ofDays(days).toMillis();
    }

    private static String last(List<String> keys) {
        return keys.get(keys.size() - 1);
    }
}
