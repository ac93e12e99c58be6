package org.almbridge.transfer;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.almbridge.BridgeConfig;
import org.almbridge.LedgerUrlCheck;
import org.flywaydb.core.api.FlywayException;

/** One export or import, and what the operator is told of it. */
final class Transfer {

    private static final String INDENT = " ".repeat(6);

    private final BridgeConfig config;
    private final Clock clock;
    private final Supplier<Store> store;
    private final Consumer<String> reader;

    /** @param reader is told each line of the report */
    Transfer(BridgeConfig config, Clock clock, Supplier<Store> store, Consumer<String> reader) {
        this.config = config;
        this.clock = clock;
        this.store = store;
        this.reader = reader;
    }

    /**
     * @param exports otherwise it imports
     * @return whether all of the ledger has been carried over; otherwise nothing has
     */
    boolean run(boolean exports) {
        reader.accept("alm-bridge " + (exports ? "export" : "import"));
        Interruption interruption = new Interruption();
        Thread stop = new Thread(interruption::request, "transfer-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            Path file = file();
            if (exports) {
                exported(file, new Export(store.get(), interruption).to(file));
            } else {
                imported(file, new Import(store.get(), clock, interruption).from(file));
            }
            return true;
        } catch (TransferException | ConfigurationException e) {
            failed(e.getMessage());
        } catch (SQLException e) {
            refused(e);
        } catch (FlywayException e) {
            refused(e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            failed("bridge.transfer.file: " + e + ". Check the folder, its permissions and the space on the disk.");
        }
        reader.accept(
                INDENT + (exports ? "No file was left behind." : "Nothing was imported: the ledger is as it was."));
        return false;
    }

    private Path file() throws TransferException {
        Optional<String> problem = LedgerUrlCheck.problem(config.ledger().url());
        if (problem.isPresent()) {
            throw new TransferException(problem.get());
        }
        return Path.of(
                        config.transfer()
                                .file()
                                .orElseThrow(
                                        () -> new TransferException(
                                                "bridge.transfer.file is missing: give the file, as -Dbridge.transfer.file=ledger.ndjson")))
                .toAbsolutePath();
    }

    private void exported(Path file, Map<String, Long> rows) {
        rows.forEach(this::count);
        reader.accept("ok    The whole ledger is in " + file + ".");
        reader.accept(
                INDENT + "Start no bridge on the old ledger any more. The file holds personal data: delete it after the"
                        + " import.");
    }

    private void imported(Path file, Map<String, Long> rows) {
        rows.forEach(this::count);
        reader.accept("ok    The ledger holds all of " + file + ".");
        reader.accept(
                INDENT + "Start the bridge on this ledger, and never again on the old one. Then delete the file: it"
                        + " holds personal data.");
    }

    private void count(String table, long rows) {
        reader.accept("%s%-12s %,d".formatted(INDENT, table, rows));
    }

    private void refused(Throwable reason) {
        failed("bridge.ledger.url: the database does not do it (" + reason.getMessage() + "). Check the address,"
                + " bridge.ledger.username and bridge.ledger.password, and the user's rights.");
    }

    private void failed(String message) {
        reader.accept("FAIL  " + message);
    }
}
