package org.almbridge.api;

/** Ends an operation with a problem as its answer. */
final class ProblemException extends Exception {

    private final transient Problem problem;

    /** Without a stack trace: it is about the request, and a caller can cause as many as they like. */
    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
