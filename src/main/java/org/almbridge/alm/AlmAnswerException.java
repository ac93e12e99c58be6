package org.almbridge.alm;

import org.almbridge.learner.FailureClass;

/** An answer of ALM that is no HTTP failure and yet not what was asked for; whoever throws it knows what it means. */
public class AlmAnswerException extends Exception {

    private final transient AlmFailure failure;

    public AlmAnswerException(AlmFailure failure) {
        super(failure.failureClass() + ": " + failure.body());
        this.failure = failure;
    }

    public AlmAnswerException(FailureClass failureClass, Integer status, String requestId, String body) {
        this(new AlmFailure(failureClass, status, requestId, body, null));
    }

    public AlmFailure failure() {
        return failure;
    }
}
