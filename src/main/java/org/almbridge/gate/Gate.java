package org.almbridge.gate;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.almbridge.BridgeConfig;
import org.almbridge.call.AnswerHead;
import org.almbridge.call.AnswerListener;
import org.almbridge.call.RetryAfter;
import org.jboss.logging.Logger;

/** Lets calls to ALM go at the pace that ALM allows for their HTTP method; who waits holds no thread. */
@Singleton
public class Gate implements AnswerListener, QuotaWatch {

    private static final Logger LOG = Logger.getLogger(Gate.class);
    private static final int TOO_MANY_REQUESTS = 429;

    private final BridgeConfig.Alm config;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final LimitMemory memory;
    private final Leasing leasing;
    private final Peers peers;
    private final Map<String, VerbGate> verbs = new ConcurrentHashMap<>();
    private final Set<String> unconfirmed = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @Inject
    Gate(
            BridgeConfig config,
            Clock clock,
            @Named("redeliveryPool") ScheduledExecutorService timer,
            LimitMemory memory,
            Leasing leasing,
            Peers peers) {
        this.config = config.alm();
        this.clock = clock;
        this.timer = timer;
        this.memory = memory;
        this.leasing = leasing;
        this.peers = peers;
    }

    /** For a bridge that has ALM's limit to itself. */
    Gate(BridgeConfig config, Clock clock, ScheduledExecutorService timer, LimitMemory memory) {
        this(config, clock, timer, memory, Leasing.NONE, () -> 1);
    }

    /** The visitor is told on the calling thread when it is the call's turn already. */
    public void enter(Call call, Visitor visitor) {
        VerbGate verb = verb(call.verb());
        synchronized (verb) {
            verb.enter(new Passage(this, call, visitor));
        }
        letPass(verb);
        if (stopping) {
            refuse(verb);
        }
    }

    void ended(Passage passage) {
        VerbGate verb = verb(passage.call().verb());
        synchronized (verb) {
            verb.ended(passage, clock.millis());
        }
        letPass(verb);
    }

    @Override
    public void answered(AnswerHead answer) {
        VerbGate verb = verb(answer.method());
        Optional<Limit> announced = Limit.announced(
                answer.header("x-rate-limit").orElse(null),
                answer.header("x-burst").orElse(null));
        synchronized (verb) {
            announced.ifPresentOrElse(
                    limit -> learn(answer.method(), verb, limit), () -> doubt(answer.method(), verb, answer.status()));
            verb.answered();
            if (answer.status() == TOO_MANY_REQUESTS) {
                verb.refused(
                        RetryAfter.milliseconds(answer.header("Retry-After").orElse(null), clock.instant()),
                        clock.millis());
            } else {
                verb.accepted();
            }
        }
        letPass(verb);
    }

    private void learn(String name, VerbGate verb, Limit limit) {
        boolean changed = !limit.equals(verb.limit());
        if (changed) {
            verb.limit(limit, clock.millis());
            LOG.infof(
                    "ALM allows %s calls at %s and %d more at once; the bridge keeps to it",
                    name, limit.rateText(), limit.burst());
        }
        if (unconfirmed.remove(name) || changed) {
            memory.keep(name, limit);
        }
    }

    /** What an earlier process was told is over when ALM itself says nothing of it. */
    private void doubt(String name, VerbGate verb, int status) {
        if (status < 300 && unconfirmed.remove(name)) {
            verb.limit(configured().orElse(null), clock.millis());
            memory.keep(name, null);
        }
    }

    @Override
    public boolean isLimiting() {
        VerbGate verb = verb("POST");
        synchronized (verb) {
            return verb.limit() != null && verb.isWaitedFor();
        }
    }

    /** Calls a minute that ALM allows by that HTTP method; empty while no limit is known, or none was asked for yet. */
    public OptionalDouble limitPerMinute(String method) {
        VerbGate verb = verbs.get(method);
        if (verb == null) {
            // to look for one in the ledger is up to the first call
            return configured().stream().mapToDouble(Limit::perMinute).findFirst();
        }
        synchronized (verb) {
            return verb.limit() == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(verb.limit().perMinute());
        }
    }

    boolean isPaced() {
        VerbGate verb = verb("POST");
        synchronized (verb) {
            return verb.limit() != null;
        }
    }

    /** How often ALM lets an HTTP method be used, as far as it is known. */
    public Optional<Limit> limit(String method) {
        VerbGate verb = verb(method);
        synchronized (verb) {
            return Optional.ofNullable(verb.limit());
        }
    }

    /** Learners that the limit of the calls that change ALM lets be under way; {@code most} without one. */
    int learners(int most) {
        VerbGate verb = verb("POST");
        synchronized (verb) {
            return verb.learners(most, peers.count());
        }
    }

    /** From now on nobody waits: who waits is refused, as is who would have to. */
    public void stop() {
        stopping = true;
        verbs.values().forEach(this::refuse);
    }

    private void refuse(VerbGate verb) {
        List<Passage> refused;
        synchronized (verb) {
            refused = verb.clear();
        }
        refused.forEach(passage -> passage.visitor().refuse());
    }

    private VerbGate verb(String name) {
        return verbs.computeIfAbsent(name, this::start);
    }

    private VerbGate start(String name) {
        VerbGate verb = new VerbGate(name, config.maxConnections(), leasing.isShared());
        Optional<Limit> remembered = memory.limit(name);
        remembered.ifPresent(limit -> unconfirmed.add(name));
        remembered.or(this::configured).ifPresent(limit -> verb.usedUp(limit, clock.millis()));
        return verb;
    }

    private Optional<Limit> configured() {
        return config.requestsPerMinute() > 0
                ? Optional.of(new Limit(config.requestsPerMinute(), config.burst()))
                : Optional.empty();
    }

    private void letPass(VerbGate verb) {
        List<Passage> next;
        Ask ask;
        Share share;
        synchronized (verb) {
            long now = clock.millis();
            next = verb.next(now);
            long wait = verb.waitMs(now);
            if (wait < Long.MAX_VALUE && verb.mustWake(now + wait)) {
                comeBack(verb, wait);
            }
            ask = verb.ask(now);
            share = verb.share();
        }
        if (ask != null) {
            leasing.ask(
                    verb.name(),
                    ask,
                    grant -> hear(verb, () -> share.granted(ask, grant, clock.millis())),
                    () -> hear(verb, () -> share.notAnswered(clock.millis())));
        }
        next.forEach(passage -> passage.visitor().pass(passage));
    }

    /** What the shared quota has answered. */
    private void hear(VerbGate verb, Runnable answer) {
        synchronized (verb) {
            answer.run();
        }
        letPass(verb);
    }

    private void comeBack(VerbGate verb, long wait) {
        try {
            timer.schedule(() -> wake(verb), wait, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The bridge has stopped: nobody waits any more", e);
        }
    }

    private void wake(VerbGate verb) {
        synchronized (verb) {
            verb.awake();
        }
        letPass(verb);
    }
}
