package org.almbridge.escalation;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.almbridge.EscalationEndpoints;
import org.almbridge.learner.FailureClass;
import org.almbridge.ledger.EscalationLedger;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.FileEndpoint;
import org.jboss.logging.Logger;

/** Removes records of escalations from the endpoints that are folders; what other endpoints make of one is their own. */
@Singleton
public class EscalationFiles {

    private static final Logger LOG = Logger.getLogger(EscalationFiles.class);

    /**
     * @param removed records that are gone
     * @param reached endpoints that keep none of the person, by their position in {@code bridge.escalation.endpoints}
     * @param failed  endpoints that keep one because it cannot be removed
     */
    public record Removal(int removed, Set<Integer> reached, Set<Integer> failed) {}

    private final EscalationEndpoints endpoints;
    private final CamelContext camel;

    EscalationFiles(EscalationEndpoints endpoints, CamelContext camel) {
        this.endpoints = endpoints;
        this.camel = camel;
    }

    /** Needs no ledger: the names follow from the key. */
    public Removal remove(String learnerKey) {
        int removed = 0;
        Set<Integer> reached = new TreeSet<>();
        Set<Integer> failed = new TreeSet<>();
        for (int endpoint = 0; endpoint < endpoints.count(); endpoint++) {
            Optional<Path> folder = folder(endpoints.uri(endpoint));
            if (folder.isEmpty()) {
                continue;
            }
            try {
                removed += remove(folder.get(), learnerKey);
                reached.add(endpoint);
            } catch (IOException e) {
                failed.add(endpoint);
                LOG.warnf(
                        "A record in %s cannot be removed (%s)",
                        EscalationEndpoints.key(endpoint), e.getClass().getSimpleName());
            }
        }
        return new Removal(removed, reached, failed);
    }

    /** Empty for an endpoint that is none, and for one that names or moves its files in a way of its own. */
    private Optional<Path> folder(String uri) {
        return uri.startsWith("file:")
                        && camel.getEndpoint(uri) instanceof FileEndpoint file
                        && file.getFileName() == null
                        && file.getMoveExisting() == null
                ? Optional.of(file.getFile().toPath())
                : Optional.empty();
    }

    private static int remove(Path folder, String learnerKey) throws IOException {
        int removed = 0;
        for (FailureClass failureClass : FailureClass.values()) {
            String name = EscalationLedger.id(learnerKey, failureClass) + ".json";
            if (Files.deleteIfExists(folder.resolve(name))) {
                removed++;
            }
            // what a process that was killed had begun to write
            Files.deleteIfExists(folder.resolve("." + name));
        }
        return removed;
    }
}
