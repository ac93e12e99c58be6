package org.almbridge.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.BatchLedger;
import org.almbridge.ledger.BatchSummary;

/** Writes one report a batch, so that whoever sent the rows can correct exactly the bad ones. */
@Singleton
class RejectReport {

    private static final int ID_LENGTH = 8;
    private static final int MAX_NAME = 60;

    private final BridgeConfig config;
    private final BatchLedger ledger;

    RejectReport(BridgeConfig config, BatchLedger ledger) {
        this.config = config;
        this.ledger = ledger;
    }

    /** Writes the report when there is something to report, and gives the words for the log that lead to it, or none. */
    String mention(BatchSummary summary, String batchId, String source, String input) throws IOException, SQLException {
        return summary.rejected() == 0 ? "" : " (see " + write(batchId, source, input) + ")";
    }

    /** @return the report, complete: a reader never sees half of one */
    Path write(String batchId, String source, String input) throws IOException, SQLException {
        String name =
                shortened(input.replaceAll("[^\\p{L}\\p{N}._-]", "_")) + "-" + batchId.substring(0, ID_LENGTH) + ".csv";
        Path directory = Files.createDirectories(Path.of(config.rejects().directory()));
        Path unfinished = directory.resolve("." + name);
        try (RejectedRowsCsv rows = RejectedRowsCsv.withHeader(Files.newOutputStream(unfinished), source, input)) {
            ledger.rejectedRows(batchId, rows::write);
        }
        return Files.move(unfinished, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** File systems limit the length of a name; the batch id tells reports apart. */
    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }
}
