package org.almbridge.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.almbridge.AlmLimits;
import org.almbridge.ledger.Hold;
import org.almbridge.ledger.Holds;
import org.almbridge.ledger.LearnerState;
import org.almbridge.ledger.LedgerDatabase;
import org.almbridge.ledger.LedgerOverview;
import org.almbridge.ledger.LedgerOverviews;
import org.almbridge.ledger.LedgerSource;
import org.almbridge.ledger.Pauses;
import org.almbridge.source.SourceStates;
import org.almbridge.source.SourceStates.SourceState;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Says in one document how the bridge is, also while the ledger is away; the members are public. */
@Singleton
@Named("showStatus")
class StatusView implements Processor {

    private static final Logger LOG = Logger.getLogger(StatusView.class);

    private static final List<String> METHODS = List.of("GET", "POST");

    private final Holds holds;
    private final Pauses pauses;
    private final SourceStates sources;
    private final LedgerOverviews overviews;
    private final AlmLimits limits;
    private final LedgerSource store;
    private final LedgerDatabase ledger;

    StatusView(
            Holds holds,
            Pauses pauses,
            SourceStates sources,
            LedgerOverviews overviews,
            AlmLimits limits,
            LedgerSource store,
            LedgerDatabase ledger) {
        this.holds = holds;
        this.pauses = pauses;
        this.sources = sources;
        this.overviews = overviews;
        this.limits = limits;
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException {
        Query.of(exchange);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        dispatch(json.putObject("dispatch").putArray("heldBy"));
        ArrayNode all = json.putArray("sources");
        sources.now().forEach(source -> all.add(source(source)));
        boolean away = ledger.isAway() || !count(json);
        ObjectNode alm = json.putObject("alm").putObject("limits");
        for (String method : METHODS) {
            limits.of(method)
                    .ifPresent(limit -> alm.putObject(method)
                            .put("perMinute", limit.perMinute())
                            .put("burst", limit.burst()));
        }
        json.putObject("ledger")
                .put("kind", store.isShared() ? "postgresql" : "sqlite")
                .put("away", away);
        Answer.json(exchange, 200, json);
    }

    private void dispatch(ArrayNode heldBy) {
        for (Hold hold : holds.now()) {
            ObjectNode held = heldBy.addObject()
                    .put("reason", hold.reason().name())
                    .put("since", Times.text(hold.since()))
                    .put("text", HoldText.of(hold.reason()));
            if (hold.reason() == Hold.Reason.PAUSED) {
                pauses.ofDispatch()
                        .ifPresent(pause -> held.put("because", pause.because()).put("by", pause.by()));
            }
        }
    }

    private static ObjectNode source(SourceState source) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", source.name())
                .put("kind", source.kind())
                .put("state", source.state().name().toLowerCase(Locale.ROOT))
                .put("since", Times.text(source.since()))
                .put("reason", source.reason())
                .put("by", source.by());
    }

    /** @return whether the ledger could tell */
    private boolean count(ObjectNode json) {
        json.putNull("learners").putNull("openEscalations");
        try {
            LedgerOverview overview = overviews.take();
            ObjectNode learners = json.putObject("learners");
            for (LearnerState state : LearnerState.values()) {
                learners.put(state.name(), overview.learners().getOrDefault(state, 0L));
            }
            ObjectNode open = json.putObject("openEscalations");
            new TreeMap<>(overview.openEscalations())
                    .forEach((failureClass, count) -> open.put(failureClass.name(), count));
            return true;
        } catch (SQLException e) {
            LOG.debug("The status is told without what the ledger knows", e);
            return false;
        }
    }
}
