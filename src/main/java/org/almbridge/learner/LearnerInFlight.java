package org.almbridge.learner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One learner on the way through the routes: what the ledger knew, and what has happened since. It belongs to one
 * exchange, which one thread works on at a time.
 */
public final class LearnerInFlight {

    private final Learner learner;
    private final Claim claim;
    private final ManagerStanding manager;
    private final List<Attempt> attempts;
    private String almUserId;
    private Long createdAt;
    private boolean linked;
    private Attempt current;
    private final Set<Enrolment> enrolled = new HashSet<>();
    private boolean finished;
    private long dueAt;

    /**
     * @param manager {@code null} when the row names none by e-mail address, or the user is created
     * @param epoch   in which the ledger has handed the learner out
     */
    public LearnerInFlight(Learner learner, ManagerStanding manager, long epoch) {
        this.learner = learner;
        this.claim = new Claim(learner.key(), epoch);
        this.manager = manager;
        this.attempts = new ArrayList<>(learner.attempts());
        this.almUserId = learner.almUserId();
        this.createdAt = learner.createdAt();
        this.linked = learner.linked();
    }

    public Learner learner() {
        return learner;
    }

    /** What the ledger is told of the learner, it is told by this. */
    public Claim claim() {
        return claim;
    }

    /** {@code null} when the row names no manager by e-mail address, or the user is created. */
    public ManagerStanding manager() {
        return manager;
    }

    public boolean isCreated() {
        return almUserId != null;
    }

    /** ALM's id of the user, {@code null} until created or found. */
    public String almUserId() {
        return almUserId;
    }

    /** Epoch milliseconds of the answer that gave the id; {@code null} with it. */
    public Long createdAt() {
        return createdAt;
    }

    /** Whether the user was there before an answered create of ours, and so may be enrolled already. */
    public boolean isLinked() {
        return linked;
    }

    public void userKnown(String id, long at, boolean found) {
        almUserId = id;
        createdAt = at;
        linked = found;
    }

    /** Opens the next attempt; it counts only once it has been written to the ledger or ended. */
    public Attempt begin(AlmCall call, Enrolment enrolment, long at) {
        current = Attempt.started(nextNumber(), call, enrolment == null ? null : enrolment.loInstanceId(), at);
        return current;
    }

    private int nextNumber() {
        return attempts.isEmpty() ? 1 : attempts.get(attempts.size() - 1).number() + 1;
    }

    /** The attempt goes out now, however long it has waited for its turn. */
    public Attempt goesOut(long at) {
        current = Attempt.started(current.number(), current.call(), current.loInstanceId(), at);
        return current;
    }

    /** The attempt under way, {@code null} between attempts. */
    public Attempt current() {
        return current;
    }

    public void ended(Attempt outcome) {
        attempts.add(outcome);
        current = null;
    }

    /** Whether an attempt has ended since the learner was claimed. */
    public boolean hasBeenTried() {
        return attempts.size() > learner.attempts().size();
    }

    /** Attempts that have ended, oldest first. */
    public List<Attempt> attempts(Predicate<Attempt> which) {
        return attempts.stream().filter(which).toList();
    }

    /** Attempts that count against the retry limits, oldest first. */
    public List<Attempt> countedAttempts(Predicate<Attempt> which) {
        return attempts(which.and(this::counts));
    }

    /** False for an attempt from before people were told to act: what it found may have changed. */
    public boolean counts(Attempt attempt) {
        return attempt.startedAt() >= learner.retryFrom();
    }

    /** The last attempt of that call for that enrolment ({@code null} for calls about the user), or {@code null}. */
    public Attempt last(AlmCall call, Enrolment enrolment) {
        return lastAbout(call, enrolment == null ? null : enrolment.loInstanceId());
    }

    /** The same by the instance's id. */
    public Attempt lastAbout(AlmCall call, String instance) {
        Attempt last = null;
        for (Attempt attempt : attempts) {
            if (attempt.call() == call && Objects.equals(attempt.loInstanceId(), instance)) {
                last = attempt;
            }
        }
        return last;
    }

    /**
     * Whether ALM's state must be read before that call, which changes it, may be made: the last one may have been
     * applied, or people have had the work in their hands since and may have done it.
     */
    public boolean mustLookBefore(AlmCall call, Enrolment enrolment) {
        Attempt last = last(call, enrolment);
        return last != null
                && (last.isUnknown()
                        || !counts(last)
                        || last.failureClass() != null && last.failureClass().needsLookUp());
    }

    /** Whether ALM must be asked for the enrolment before it is made: a repeat can wipe progress. */
    public boolean mustLookBeforeEnrolling(Enrolment enrolment) {
        return mustLookBefore(AlmCall.ENROL_USER, enrolment) || linked && !hasLookedFor(enrolment);
    }

    /** Whether ALM has said, since people last had the work, that the enrolment is not there. */
    public boolean hasLookedFor(Enrolment enrolment) {
        Attempt last = last(AlmCall.FIND_ENROLMENT, enrolment);
        return last != null && last.failureClass() == null && counts(last);
    }

    /** Whether ALM has ever accepted an enrolment of the learner. */
    public boolean hasEnrolled() {
        return !attempts(attempt -> attempt.call() == AlmCall.ENROL_USER
                        && attempt.endedAt() != null
                        && attempt.failureClass() == null)
                .isEmpty();
    }

    public boolean isEnrolled(Enrolment enrolment) {
        return enrolled.contains(enrolment);
    }

    public void enrolled(Enrolment enrolment) {
        enrolled.add(enrolment);
    }

    /** Whether the ledger has nothing left to do for the learner. */
    public boolean isFinished() {
        return finished;
    }

    public void finished(boolean nothingLeft) {
        finished = nothingLeft;
    }

    /** Epoch milliseconds before which an unfinished learner shall not be claimed again, 0 for at once. */
    public long dueAt() {
        return dueAt;
    }

    /** Whether the learner is meant to wait in the ledger. */
    public boolean isParked() {
        return dueAt > 0;
    }

    /** Of several waits the longest counts: no enrolment is tried before its time because of another. */
    public void parkUntil(long at) {
        dueAt = Math.max(dueAt, at);
    }
}
