package org.almbridge.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Counts down what is left of one learner's script. */
final class ScriptProgress {

    static final ScriptProgress NONE = new ScriptProgress(LearnerScript.NONE);

    private static final int FOR_EVER = -1;

    private final LearnerScript script;
    private final Deque<Integer> createStatus;
    private final Deque<Integer> enrolStatus;
    private final Deque<Integer> findStatus;
    private Integer timingErrors;
    private int createAnswersToLose;
    private int enrolAnswersToLose;
    private int idsToWithhold;
    private int proxyPages;

    ScriptProgress(LearnerScript script) {
        this.script = script;
        this.createStatus = new ArrayDeque<>(script.createStatus());
        this.enrolStatus = new ArrayDeque<>(script.enrolStatus());
        this.findStatus = new ArrayDeque<>(script.findStatus());
        this.timingErrors = script.timingErrors();
        this.createAnswersToLose = script.loseCreateAnswers();
        this.enrolAnswersToLose = script.loseEnrolAnswers();
        this.idsToWithhold = script.createWithoutId();
        this.proxyPages = script.html502();
    }

    LearnerScript script() {
        return script;
    }

    Optional<Integer> nextStatus(CallKind kind) {
        return switch (kind) {
            case CREATE_USER -> Optional.ofNullable(createStatus.poll());
            case ENROL_USER -> Optional.ofNullable(enrolStatus.poll());
            case FIND_USER, GET_USER -> Optional.ofNullable(findStatus.poll());
            default -> Optional.empty();
        };
    }

    /** Timing errors still due; empty if the script leaves timing to the lag. */
    Optional<Integer> ruledTiming() {
        return Optional.ofNullable(timingErrors);
    }

    void spendTimingError() {
        if (timingErrors != null && timingErrors != FOR_EVER) {
            timingErrors--;
        }
    }

    boolean losesCreateAnswer() {
        boolean lost = createAnswersToLose > 0;
        createAnswersToLose -= lost ? 1 : 0;
        return lost;
    }

    boolean losesEnrolAnswer() {
        boolean lost = enrolAnswersToLose > 0;
        enrolAnswersToLose -= lost ? 1 : 0;
        return lost;
    }

    boolean withholdsId() {
        boolean withheld = idsToWithhold > 0;
        idsToWithhold -= withheld ? 1 : 0;
        return withheld;
    }

    boolean meetsProxyPage() {
        boolean met = proxyPages > 0;
        proxyPages -= met ? 1 : 0;
        return met;
    }
}
