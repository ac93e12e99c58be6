package org.almbridge.demo;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.almbridge.BridgeConfig;
import org.almbridge.DaemonThreads;
import org.almbridge.ledger.LedgerCounts;
import org.almbridge.ledger.LedgerStatistics;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.apache.camel.quarkus.main.events.BeforeStop;
import org.jboss.logging.Logger;

/** Feeds the sample file to the bridge and says every second how far it is, until all are done and for later files. */
@Singleton
class Demo {

    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final String SAMPLE = "new-hires.csv";

    private final BridgeConfig config;
    private final SimulatorStart simulator;
    private final LedgerStatistics ledger;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("demo"));
    private LedgerCounts shown = LedgerCounts.NONE;

    Demo(BridgeConfig config, SimulatorStart simulator, LedgerStatistics ledger) {
        this.config = config;
        this.simulator = simulator;
        this.ledger = ledger;
    }

    void start(@Observes AfterStart event) throws IOException {
        if (simulator.isRunning()) {
            if (config.simulator().sampleDirectory().isPresent()) {
                provideSample(Path.of(config.simulator().sampleDirectory().get()));
            }
            timer.scheduleWithFixedDelay(this::show, 1, 1, TimeUnit.SECONDS);
        }
    }

    /** By way of a hidden name, as everybody should who writes into a folder that is watched. */
    private static void provideSample(Path inbox) throws IOException {
        Path hidden = Files.createDirectories(inbox).resolve("." + SAMPLE);
        try (InputStream sample = Demo.class.getResourceAsStream("/demo/" + SAMPLE)) {
            Files.copy(sample, hidden, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(hidden, inbox.resolve(SAMPLE), StandardCopyOption.REPLACE_EXISTING);
    }

    private void show() {
        try {
            LedgerCounts counts = ledger.counts();
            if (counts.equals(shown)) {
                return;
            }
            shown = counts;
            LOG.info(DemoText.progress(counts));
            if (counts.isIdle()) {
                LOG.info(DemoText.summary(counts, simulator.report(), config));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("The demo cannot show its progress now: %s", e);
        }
    }

    /** Before the ledger is closed, or the last look could tell of that as a fault. */
    void stop(@Observes BeforeStop event) {
        timer.shutdown();
    }
}
