package org.almbridge.alm;

import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Exchange;

/** The variables of an exchange that carries a learner; routes/README.md lists them. */
public final class InFlight {

    private static final String LEARNER = "learner";
    private static final String ENROLMENT = "enrolment";
    private static final String VERIFIED = "verified";
    private static final String FAILURE = "failure";
    private static final String RETRY = "retry";
    private static final String MANAGER_ID = "managerId";
    private static final String SETTLE_MS = "settleMs";
    private static final String PLANNED = "planned";
    private static final String FOUND = "found";

    private InFlight() {}

    public static LearnerInFlight learner(Exchange exchange) {
        return exchange.getVariable(LEARNER, LearnerInFlight.class);
    }

    /** {@code null} while the exchange is about the user. */
    public static Enrolment enrolment(Exchange exchange) {
        return exchange.getVariable(ENROLMENT, Enrolment.class);
    }

    /** The enrolment whose instance ALM has shown to be there, {@code null} before. */
    static Enrolment verified(Exchange exchange) {
        return exchange.getVariable(VERIFIED, Enrolment.class);
    }

    static void verified(Exchange exchange, Enrolment enrolment) {
        exchange.setVariable(VERIFIED, enrolment);
    }

    /** ALM's id of the manager whom the row names, {@code null} when it names none. */
    static String managerId(Exchange exchange) {
        return exchange.getVariable(MANAGER_ID, String.class);
    }

    static void managerId(Exchange exchange, String managerId) {
        exchange.setVariable(MANAGER_ID, managerId);
    }

    /** Whether the call is one of a plan, for which no learner waits. */
    static boolean isPlanned(Exchange exchange) {
        return exchange.getVariable(PLANNED, false, Boolean.class);
    }

    /** The learner is looked at for a plan. */
    static void planned(Exchange exchange, LearnerInFlight learner, Enrolment enrolment) {
        exchange.setVariable(LEARNER, learner);
        exchange.setVariable(ENROLMENT, enrolment);
        exchange.setVariable(PLANNED, true);
    }

    /** What ALM has said for a plan, {@code null} when it was not asked to the end. */
    static Object found(Exchange exchange) {
        return exchange.getVariable(FOUND);
    }

    static void found(Exchange exchange, Object finding) {
        exchange.setVariable(FOUND, finding);
    }

    /** Milliseconds to wait before the user's first enrolment. */
    static void settleMs(Exchange exchange, long settleMs) {
        exchange.setVariable(SETTLE_MS, settleMs);
    }

    /** The last failed call and what was decided about it; both {@code null} before the first. */
    public static AlmFailure failure(Exchange exchange) {
        return exchange.getVariable(FAILURE, AlmFailure.class);
    }

    static Retry retry(Exchange exchange) {
        return exchange.getVariable(RETRY, Retry.class);
    }

    static void failed(Exchange exchange, AlmFailure failure, Retry retry) {
        exchange.setVariable(FAILURE, failure);
        exchange.setVariable(RETRY, retry);
    }
}
