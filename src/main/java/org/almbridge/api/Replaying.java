package org.almbridge.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.AlmLimits;
import org.almbridge.ledger.EscalationFilter;
import org.almbridge.ledger.ReplayCost;
import org.almbridge.ledger.Replays;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Counts what a replay would do, and does it when the caller has counted the same. */
@Singleton
@Named("replayEscalations")
class Replaying implements Processor {

    private static final Logger LOG = Logger.getLogger(Replaying.class);

    private static final String POST = "POST";
    private static final double SECONDS = 60;

    private final Replays ledger;
    private final AlmLimits limits;

    Replaying(Replays ledger, AlmLimits limits) {
        this.ledger = ledger;
        this.limits = limits;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Members order = exchange.getVariable(OrderVariables.ORDER, Members.class);
        EscalationFilter filter = FilterReader.readWithIds(order);
        boolean all = order.flag("all", false);
        boolean dryRun = order.flag("dryRun", true);
        Long expected = order.number("expected", 0, Integer.MAX_VALUE);
        order.noOthers();
        if (all != filter.isNone()) {
            throw new ProblemException(Problem.of(
                    400,
                    all
                            ? "all is true beside a filter: send the one or the other."
                            : "No filter says which escalations are meant: send ids, class, batch, source, openedBefore"
                                    + " or openedAfter, or all as true."));
        }
        if (dryRun) {
            Answer.json(exchange, 200, json(true, ledger.cost(filter)));
            return;
        }
        if (expected == null) {
            throw Members.wrong("expected", "is missing", "count by a dry run, and give its number of escalations");
        }
        String caller = exchange.getVariable(PushVariables.CALLER, String.class);
        ReplayCost done = ledger.replay(filter, expected).orElse(null);
        if (done == null) {
            throw new ProblemException(new Problem(
                    409,
                    "There are not as many escalations as expected, so nothing is replayed: look at them, and send"
                            + " their present number.",
                    0,
                    json(false, ledger.cost(filter))));
        }
        LOG.infof(
                "%s has replayed %d escalations of %d learners with %d enrolments (%s)",
                caller, done.escalations(), done.learners(), done.enrolments(), FilterReader.text(filter));
        Answer.json(exchange, 202, json(false, done));
    }

    private ObjectNode json(boolean dryRun, ReplayCost cost) {
        Double perMinute = limits.of(POST).map(AlmLimits.AlmLimit::perMinute).orElse(null);
        return JsonNodeFactory.instance
                .objectNode()
                .put("dryRun", dryRun)
                .put("escalations", cost.escalations())
                .put("learners", cost.learners())
                .put("enrolments", cost.enrolments())
                .put("posts", cost.posts())
                .put("postsPerMinute", perMinute)
                .put("seconds", perMinute == null ? null : (long) Math.ceil(cost.posts() * SECONDS / perMinute));
    }
}
