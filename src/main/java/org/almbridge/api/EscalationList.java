package org.almbridge.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringEncoder;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almbridge.ledger.EscalationFilter;
import org.almbridge.ledger.EscalationPage;
import org.almbridge.ledger.EscalationPage.Place;
import org.almbridge.ledger.EscalationState;
import org.almbridge.ledger.Escalations;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Lists the escalations that a query means, newest first and in parts. */
@Singleton
@Named("listEscalations")
class EscalationList implements Processor {

    static final String ESCALATIONS = "/api/escalations";

    private static final String CURSOR = "cursor";
    private static final long USUAL = 50;
    private static final long MOST = 500;
    private static final int MAX_CURSOR = 200;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,18}) (\\S+)");

    private final Escalations ledger;

    EscalationList(Escalations ledger) {
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Query given =
                Query.of(exchange, "batch", "class", CURSOR, "limit", "openedAfter", "openedBefore", "source", "state");
        Members query = Members.ofQuery(given);
        EscalationFilter filter = FilterReader.read(query);
        EscalationState state = query.oneOf("state", EscalationState.class);
        Long limit = query.number("limit", 1, MOST);
        Place behind = place(query.text(CURSOR, MAX_CURSOR));
        EscalationPage page = ledger.list(
                filter, state == null ? EscalationState.OPEN : state, behind, (int) (limit == null ? USUAL : limit));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("total", page.total());
        var escalations = json.putArray("escalations");
        page.escalations().forEach(summary -> escalations.add(EscalationDocument.of(summary)));
        json.put("next", page.next() == null ? null : link(given, page.next()));
        Answer.json(exchange, 200, json);
    }

    private static String link(Query given, Place next) {
        QueryStringEncoder link = new QueryStringEncoder(ESCALATIONS);
        given.given().forEach((name, value) -> {
            if (!name.equals(CURSOR)) {
                link.addParam(name, value);
            }
        });
        link.addParam(
                CURSOR,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((next.openedAt() + " " + next.id()).getBytes(StandardCharsets.UTF_8)));
        return link.toString();
    }

    private static Place place(String cursor) throws ProblemException {
        if (cursor == null) {
            return null;
        }
        try {
            Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (place.matches()) {
                return new Place(Long.parseLong(place.group(1)), place.group(2));
            }
        } catch (IllegalArgumentException e) {
            // no Base64, and so none of ours
        }
        throw Members.wrong(CURSOR, "is none that was given out", "follow the member next of an answer");
    }
}
