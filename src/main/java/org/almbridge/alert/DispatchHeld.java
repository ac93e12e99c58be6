package org.almbridge.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.almbridge.ledger.Hold;
import org.almbridge.ledger.Holds;

/** Learners are held back; there is an alert for every reason, by its name. */
@Singleton
class DispatchHeld extends WatchedByOne {

    private final Holds holds;

    DispatchHeld(Duty duty, Holds holds) {
        super(duty, Arrays.stream(Hold.Reason.values()).map(DispatchHeld::alert).toList());
        this.holds = holds;
    }

    @Override
    List<Finding> look() {
        return holds.now().stream().map(DispatchHeld::finding).toList();
    }

    /** As TokenRefused of {@code TOKEN_REFUSED}. */
    static String alert(Hold.Reason reason) {
        return Arrays.stream(reason.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static Finding finding(Hold hold) {
        HoldText text = HoldText.of(hold.reason());
        return new Finding(
                alert(hold.reason()),
                null,
                text.severity(),
                Instant.ofEpochMilli(hold.since()),
                text.text(),
                text.advice(),
                null,
                true);
    }
}
