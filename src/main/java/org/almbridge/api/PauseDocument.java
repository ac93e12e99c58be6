package org.almbridge.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almbridge.ledger.Pause;

/** Shows whether something is paused; the members are public. */
final class PauseDocument {

    private PauseDocument() {}

    static ObjectNode paused(Pause pause) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("paused", true)
                .put("since", Times.text(pause.since()))
                .put("reason", pause.because())
                .put("by", pause.by());
    }

    static ObjectNode goesOn() {
        return JsonNodeFactory.instance.objectNode().put("paused", false);
    }
}
