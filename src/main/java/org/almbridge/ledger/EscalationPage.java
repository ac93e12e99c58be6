package org.almbridge.ledger;

import java.util.List;

/**
 * A part of the escalations that a filter means, newest first.
 *
 * @param total how many the filter means in all
 * @param next  behind what the next part begins, {@code null} when there is none
 */
public record EscalationPage(long total, List<EscalationSummary> escalations, Place next) {

    /**
     * A place in the order of escalations.
     *
     * @param openedAt epoch milliseconds
     */
    public record Place(long openedAt, String id) {}
}
