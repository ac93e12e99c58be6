package org.almbridge.source;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.Pause;
import org.almbridge.ledger.Pauses;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;

/** Says of every configured source what it is at. */
@Singleton
public class SourceStates {

    /** What a source is at. */
    public enum State {
        READING,
        /** People have paused it. */
        PAUSED,
        /** Another of the bridges that share the ledger reads it. */
        ELSEWHERE,
        /** It cannot read, and keeps trying. */
        FAILING
    }

    /**
     * One source.
     *
     * @param since  epoch milliseconds; {@code null} while it reads, here or elsewhere
     * @param reason {@code null} with it
     * @param by     who has paused it, {@code null} when it is not paused
     */
    public record SourceState(String name, String kind, State state, Long since, String reason, String by) {}

    private final BridgeConfig config;
    private final CamelContext context;
    private final SourceTroubles troubles;
    private final Pauses pauses;

    SourceStates(BridgeConfig config, CamelContext context, SourceTroubles troubles, Pauses pauses) {
        this.config = config;
        this.context = context;
        this.troubles = troubles;
        this.pauses = pauses;
    }

    /** In the order of their names. */
    public List<SourceState> now() {
        return config.sources().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(source -> state(source.getKey(), source.getValue().get(SourceCheck.KIND)))
                .toList();
    }

    private SourceState state(String name, String kind) {
        Optional<Pause> pause = pauses.ofSource(name);
        if (pause.isPresent()) {
            Pause on = pause.get();
            return new SourceState(name, kind, State.PAUSED, on.since(), on.because(), on.by());
        }
        Optional<SourceTrouble> trouble = troubles.of(name);
        if (trouble.isPresent()) {
            SourceTrouble on = trouble.get();
            return new SourceState(name, kind, State.FAILING, on.since().toEpochMilli(), on.reason(), null);
        }
        ServiceStatus status = context.getRouteController().getRouteStatus(SourceRoutes.routeId(name));
        State state = status != null && status.isStarted() ? State.READING : State.ELSEWHERE;
        return new SourceState(name, kind, state, null, null, null);
    }
}
