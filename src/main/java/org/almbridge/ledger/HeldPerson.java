package org.almbridge.ledger;

import java.util.Map;

/**
 * A good row that waits with its batch.
 *
 * @param row         attribute names and values as accepted from the source
 * @param heldBecause why the batch waits for an approval, {@code null} while it is still read
 * @param approved    whether the approval was given, so that the row is about to go on
 */
public record HeldPerson(
        String key,
        String email,
        Map<String, String> row,
        String source,
        String input,
        String batch,
        int rowNumber,
        String heldBecause,
        boolean approved) {}
