package org.almbridge.alert;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.almbridge.BridgeConfig;
import org.almbridge.source.SourceTrouble;
import org.almbridge.source.SourceTroubles;

/** A source brings nobody because something fails. */
@Singleton
class SourceDown implements Condition {

    static final String ALERT = "SourceDown";

    private final Set<String> sources;
    private final SourceTroubles troubles;
    private final Duty duty;

    SourceDown(BridgeConfig config, SourceTroubles troubles, Duty duty) {
        this.sources = config.sources().keySet();
        this.troubles = troubles;
        this.duty = duty;
    }

    @Override
    public List<Finding> findings() {
        return sources.stream()
                .filter(duty::isToWatchSource)
                .flatMap(source -> troubles.of(source).map(trouble -> finding(source, trouble)).stream())
                .toList();
    }

    @Override
    public boolean judges(AlertKey key) {
        return key.alert().equals(ALERT) && duty.isToWatchSource(key.subject());
    }

    private static Finding finding(String source, SourceTrouble trouble) {
        return new Finding(
                ALERT,
                source,
                Severity.WARNING,
                trouble.since(),
                "The source " + source + " cannot be read: " + trouble.reason() + ".",
                "The log says more, at the lines that begin with: source " + source
                        + ". It is tried again by itself, and nothing is lost.",
                null,
                true);
    }
}
