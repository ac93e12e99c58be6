package org.almbridge.manager;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.almbridge.BridgeConfig;
import org.almbridge.directory.Directory;

/** Remembers what ALM said of a manager; who is missing is asked for again soon, because people put it right. */
@Singleton
public class ManagerDirectory {

    private final Directory<Manager, ManagerFinding> findings;

    public ManagerDirectory(ManagerSource source, BridgeConfig config, Clock clock) {
        BridgeConfig.Alm alm = config.alm();
        findings = new Directory<>(
                source::ask, finding -> finding.isActive() ? alm.managerCacheMs() : alm.missingManagerCacheMs(), clock);
    }

    /** The future completes on the thread that has the answer: continue elsewhere. */
    public CompletableFuture<ManagerFinding> find(Manager manager) {
        return findings.find(manager);
    }
}
