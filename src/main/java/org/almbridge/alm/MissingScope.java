package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.almbridge.BridgeConfig;
import org.almbridge.call.AnswerHead;
import org.almbridge.call.AnswerListener;
import org.almbridge.ledger.Admission;
import org.almbridge.ledger.Hold;
import org.almbridge.ledger.Probing;
import org.jboss.logging.Logger;

/**
 * Notices that ALM forbids every call of an HTTP method: then it is not about one learner, and without a pause everybody
 * would be escalated for a scope that the token lacks.
 */
@Singleton
class MissingScope implements AnswerListener, Admission {

    private static final Logger LOG = Logger.getLogger(MissingScope.class);

    private static final int IN_A_ROW = 10;
    private static final int FORBIDDEN = 403;

    private final BridgeConfig config;
    private final Clock clock;
    private final Map<String, Method> methods = new ConcurrentHashMap<>();

    MissingScope(BridgeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void answered(AnswerHead answer) {
        Method method = methods.computeIfAbsent(answer.method(), name -> new Method(name, config, clock));
        if (answer.status() == FORBIDDEN) {
            method.forbidden();
        } else if (answer.status() < 300) {
            method.allowed();
        }
    }

    @Override
    public int created(int most) {
        return methods.values().stream()
                .mapToInt(method -> method.probing.created(most))
                .min()
                .orElse(most);
    }

    @Override
    public int fresh(int most) {
        return methods.values().stream()
                .mapToInt(method -> method.probing.fresh(most))
                .min()
                .orElse(most);
    }

    @Override
    public Optional<Hold> hold() {
        return methods.values().stream()
                .flatMap(method -> method.probing.hold(Hold.Reason.SCOPE_MISSING).stream())
                .min(Comparator.comparing(Hold::since));
    }

    @Override
    public void handedOut(int learners) {
        methods.values().forEach(method -> method.probing.handedOut(learners));
    }

    private static final class Method {

        private final String name;
        private final Probing probing;
        private int inARow;

        Method(String name, BridgeConfig config, Clock clock) {
            this.name = name;
            this.probing = new Probing(config.retry(), clock);
        }

        synchronized void forbidden() {
            inARow++;
            if (inARow >= IN_A_ROW && probing.close()) {
                LOG.errorf(
                        "ALM forbids every %s call (HTTP 403): the access token lacks a scope, or whoever gave it is no"
                                + " administrator. Give the application the scopes admin:read,admin:write and get a new token."
                                + " Dispatch slows to one learner at a time; replay those who were escalated for it",
                        name);
            }
        }

        synchronized void allowed() {
            inARow = 0;
            if (probing.open()) {
                LOG.infof("ALM allows %s calls again: dispatch goes on", name);
            }
        }
    }
}
