package org.almbridge.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.almbridge.BridgeConfig;
import org.almbridge.EscalationEndpoints;
import org.almbridge.escalation.EscalationFiles;
import org.almbridge.ledger.Erasure;
import org.almbridge.ledger.Removed;

/** Shows what an erasure has removed and what is left to do by hand; the members are public. */
@Singleton
class ErasureDocument {

    private final boolean outcomesAreTold;

    ErasureDocument(BridgeConfig config) {
        outcomesAreTold = config.outcomes().endpoint().isPresent();
    }

    /** @param readable whether what was removed may be readable in the ledger's files for some time */
    ObjectNode of(Erasure erasure, EscalationFiles.Removal records, boolean readable) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("erased", true);
        Removed removed = erasure.removed();
        json.putObject("removed")
                .put("learners", removed.learners())
                .put("enrolments", removed.enrolments())
                .put("attempts", removed.attempts())
                .put("escalations", removed.escalations())
                .put("deliveries", removed.deliveries())
                .put("outcomes", removed.outcomes())
                .put("heldRows", removed.heldRows())
                .put("namings", removed.namings())
                .put("escalationRecords", records.removed());
        outOfReach(json.putArray("outOfReach"), erasure, records, readable);
        return json;
    }

    private void outOfReach(ArrayNode outOfReach, Erasure erasure, EscalationFiles.Removal records, boolean readable) {
        outOfReach.add("Adobe Learning Manager: the user, if there is one, with all that ALM keeps of the user.");
        outOfReach.add("Inputs that named the person: files in .done and .failed, and the systems they came from.");
        outOfReach.add("Backups and exports of the ledger.");
        Set<Integer> told = new TreeSet<>(erasure.endpoints());
        told.removeAll(records.reached());
        for (int endpoint : told) {
            outOfReach.add(EscalationEndpoints.key(endpoint) + ": what it was told of the person.");
        }
        for (int endpoint : records.failed()) {
            outOfReach.add(EscalationEndpoints.key(endpoint)
                    + ": a record that cannot be removed. The log says why; remove it, or send the request again.");
        }
        if (outcomesAreTold) {
            outOfReach.add("bridge.outcomes.endpoint: what it was told of the person.");
        }
        if (erasure.left() > 0) {
            outOfReach.add(
                    "Rows of " + erasure.left() + " other people, who are not through, that name the person as their"
                            + " manager: send the request again once they are.");
        }
        if (readable) {
            outOfReach.add("Pages of the ledger's database that are not reused yet: see docs/privacy.md.");
        }
    }
}
