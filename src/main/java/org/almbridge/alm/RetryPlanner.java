package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.almbridge.BridgeConfig;
import org.almbridge.alm.Retry.Verdict;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.token.TokenPause;

/** Decides whether and when a failed call is tried again, from the attempts the ledger knows: it survives a restart. */
@Singleton
class RetryPlanner {

    /** Further tries of a call whose answer nobody understands. */
    private static final int UNRECOGNISED_RETRIES = 2;

    private final BridgeConfig config;
    private final IndexLag indexLag;
    private final Outage outage;
    private final TokenPause tokenPause;
    private final Clock clock;

    RetryPlanner(BridgeConfig config, IndexLag indexLag, Outage outage, TokenPause tokenPause, Clock clock) {
        this.config = config;
        this.indexLag = indexLag;
        this.outage = outage;
        this.tokenPause = tokenPause;
        this.clock = clock;
    }

    /**
     * @param failed       the attempt just recorded
     * @param redeliveries what Camel has counted in this exchange, the one being decided included
     */
    Retry next(LearnerInFlight learner, Attempt failed, AlmFailure failure, int redeliveries) {
        List<Attempt> alike = learner.countedAttempts(attempt -> isAlike(attempt, failed));
        return switch (failure.failureClass()) {
            case INDEXING_LAG ->
                failed.call() == AlmCall.FIND_ENROLMENT
                        ? untilReadsAreBelieved(learner, failed)
                        : whileIndexLags(learner, alike, redeliveries);
            case THROTTLED, UNAVAILABLE, UNKNOWN_OUTCOME -> whileAlmAils(alike, failure, redeliveries);
            case UNAUTHORISED -> withTheNextToken(alike.size());
            case DUPLICATE_USER, ALREADY_ENROLLED -> untilVisible(alike);
            case UNRECOGNISED ->
                alike.size() <= UNRECOGNISED_RETRIES ? after(config.retry().backOff(alike.size())) : Retry.GIVE_UP;
            case REJECTED -> Retry.GIVE_UP;
        };
    }

    /** The user is known to be there: the first look-up is free, later ones wait for ALM's reads to catch up. */
    private Retry untilVisible(List<Attempt> alike) {
        if (isOver(alike, config.retry().lagWindowMs())) {
            return Retry.GIVE_UP;
        }
        return after(alike.size() == 1 ? 0 : config.retry().backOff(alike.size() - 1));
    }

    /** The first time at once, because the call itself waits for its token; during a pause it is dispatch that waits. */
    private Retry withTheNextToken(int refusals) {
        if (tokenPause.isOn()) {
            return Retry.IN_THE_LEDGER;
        }
        return after(refusals <= 1 ? 0 : config.retry().backOff(refusals - 1));
    }

    private Retry whileIndexLags(LearnerInFlight learner, List<Attempt> alike, int redeliveries) {
        return switch (config.retry().strategy()) {
            case LEARNED -> asLearned(learner, alike);
            case FIXED -> isLast(alike) ? Retry.GIVE_UP : after(config.retry().fixedDelayMs());
            case EXPONENTIAL -> isLast(alike) ? Retry.GIVE_UP : backedOff(alike.size(), redeliveries);
        };
    }

    private boolean isLast(List<Attempt> alike) {
        return alike.size() >= config.retry().maxAttempts();
    }

    /** Bound by the window and not by a number of attempts; while the index is out, by neither. */
    private Retry asLearned(LearnerInFlight learner, List<Attempt> alike) {
        if (indexLag.isOut()) {
            return isOver(alike, config.retry().giveUpAfterMs()) ? Retry.GIVE_UP : Retry.IN_THE_LEDGER;
        }
        OptionalLong next = indexLag.nextAttemptAt(learner);
        return next.isPresent() ? after(Math.max(0, next.getAsLong() - clock.millis())) : Retry.GIVE_UP;
    }

    /** The enrolment whose answer was lost may be there and not be shown yet. */
    private Retry untilReadsAreBelieved(LearnerInFlight learner, Attempt lookUp) {
        Attempt open = learner.lastAbout(AlmCall.ENROL_USER, lookUp.loInstanceId());
        return after(Math.max(0, open.startedAt() + indexLag.patienceMs() - clock.millis()));
    }

    private Retry whileAlmAils(List<Attempt> alike, AlmFailure failure, int redeliveries) {
        // a quota says nothing about the learner, so nobody is escalated for it
        if (failure.failureClass() != FailureClass.THROTTLED
                && isOver(alike, config.retry().giveUpAfterMs())) {
            return Retry.GIVE_UP;
        }
        if (outage.isOn()) {
            return new Retry(Verdict.PARK, delayMs(alike, failure));
        }
        return isAsked(failure) ? after(failure.retryAfterMs()) : backedOff(alike.size(), redeliveries);
    }

    private long delayMs(List<Attempt> alike, AlmFailure failure) {
        return isAsked(failure) ? failure.retryAfterMs() : config.retry().backOff(alike.size());
    }

    private static boolean isAsked(AlmFailure failure) {
        return failure.retryAfterMs() != null && failure.retryAfterMs() > 0;
    }

    /** Camel's own back-off, unless it has not seen all the tries that count. */
    private Retry backedOff(int tries, int redeliveries) {
        Retry planned = after(config.retry().backOff(tries));
        return planned.verdict() == Verdict.REDELIVER && tries == redeliveries
                ? new Retry(Verdict.REDELIVER, null)
                : planned;
    }

    private Retry after(long delayMs) {
        return new Retry(delayMs > config.dispatch().parkAfterMs() ? Verdict.PARK : Verdict.REDELIVER, delayMs);
    }

    private boolean isOver(List<Attempt> alike, long windowMs) {
        return !alike.isEmpty() && clock.millis() - alike.get(0).startedAt() >= windowMs;
    }

    /** A look-up that shows nothing yet says nothing of how often the enrolment was tried. */
    private static boolean isAlike(Attempt attempt, Attempt failed) {
        return attempt.failureClass() == failed.failureClass()
                && (failed.failureClass() != FailureClass.INDEXING_LAG || attempt.call() == failed.call())
                && Objects.equals(attempt.loInstanceId(), failed.loInstanceId());
    }
}
