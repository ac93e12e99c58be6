package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.almbridge.BridgeConfig;
import org.almbridge.learner.NewLearner;
import org.almbridge.ledger.HeldBatches;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Looks through an input before anybody of it is accepted: one that is much larger or much worse than what is usual is
 * likely a mistake, and what ALM has been told cannot be taken back.
 */
@Singleton
@Named("guardBatch")
class BatchGuard implements Processor {

    private final BridgeConfig.Intake limits;
    private final InputRows inputs;
    private final RowJudge judge;
    private final HeldBatches held;

    BatchGuard(BridgeConfig config, InputRows inputs, RowJudge judge, HeldBatches held) {
        this.limits = config.intake();
        this.inputs = inputs;
        this.judge = judge;
        this.held = held;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        OpenBatch batch = BatchVariables.batch(exchange);
        boolean limited =
                limits.maxRejectedShare().isPresent() || limits.maxBatchSize().isPresent();
        if (limited && !isApproved(batch)) {
            objection(count(exchange)).ifPresent(batch::hold);
        }
    }

    private boolean isApproved(OpenBatch batch) throws SQLException {
        return batch.rehearsal() == null
                ? held.isApproved(batch.id())
                : batch.rehearsal().isApproved();
    }

    private record Count(long rows, long rejected) {}

    private Count count(Exchange exchange) throws IOException {
        long total = 0;
        long rejected = 0;
        try (Rows rows = inputs.open(exchange)) {
            while (rows.hasNext()) {
                total++;
                if (!(judge.judge(rows.next(), exchange) instanceof NewLearner)) {
                    rejected++;
                }
            }
        } catch (UnreadableInputException e) {
            return new Count(0, 0); // which has no rows, as it turns out when it is accepted
        } catch (UncheckedIOException e) {
            // it is accepted as far as it can be read, so it is judged as far
        }
        return new Count(total, rejected);
    }

    private Optional<String> objection(Count count) {
        OptionalLong most = limits.maxBatchSize();
        if (most.isPresent() && count.rows() > most.getAsLong()) {
            return Optional.of("%d rows are more than bridge.intake.max-batch-size = %d allows"
                    .formatted(count.rows(), most.getAsLong()));
        }
        OptionalDouble share = limits.maxRejectedShare();
        // without a good row there is nothing to hold
        if (share.isPresent()
                && count.rejected() < count.rows()
                && count.rejected() > share.getAsDouble() * count.rows()) {
            return Optional.of("%d of %d rows are rejected, more than bridge.intake.max-rejected-share = %s allows"
                    .formatted(count.rejected(), count.rows(), share.getAsDouble()));
        }
        return Optional.empty();
    }
}
