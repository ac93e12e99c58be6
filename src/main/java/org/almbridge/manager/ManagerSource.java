package org.almbridge.manager;

import java.util.concurrent.CompletableFuture;

/** Asks ALM; the seam between what is remembered of managers and the route that reads them. */
public interface ManagerSource {

    /** Fails when ALM did not say; never holds the caller's thread. */
    CompletableFuture<ManagerFinding> ask(Manager manager);
}
