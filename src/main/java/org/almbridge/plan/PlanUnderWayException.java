package org.almbridge.plan;

/** Says that another plan is being made. */
public class PlanUnderWayException extends Exception {

    PlanUnderWayException() {
        super("another plan is being made", null, false, false);
    }
}
