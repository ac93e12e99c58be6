package org.almbridge.plan;

import org.apache.camel.Exchange;

/** Names the variables of an exchange that carries a plan; routes/README.md lists them. */
public final class PlanVariables {

    private static final String LOOK_UP = "lookUp";
    private static final String MOST_PEOPLE = "mostPeople";
    private static final String PROGRESS = "progress";
    private static final String PLAN = "plan";

    private PlanVariables() {}

    /** Whether ALM is asked; when it is not said, it is. */
    static boolean looksUp(Exchange exchange) {
        return exchange.getVariable(LOOK_UP, true, Boolean.class);
    }

    public static void lookUp(Exchange exchange, boolean asks) {
        exchange.setVariable(LOOK_UP, asks);
    }

    /** People whom ALM may be asked about; when it is not said, there is no limit. */
    static long mostPeople(Exchange exchange) {
        return exchange.getVariable(MOST_PEOPLE, Long.MAX_VALUE, Long.class);
    }

    public static void mostPeople(Exchange exchange, long most) {
        exchange.setVariable(MOST_PEOPLE, most);
    }

    /** Whom to tell how far the plan has come. */
    static Progress progress(Exchange exchange) {
        return exchange.getVariable(PROGRESS, Progress.SILENT, Progress.class);
    }

    static void progress(Exchange exchange, Progress progress) {
        exchange.setVariable(PROGRESS, progress);
    }

    /** {@code null} before it is made. */
    public static Plan plan(Exchange exchange) {
        return exchange.getVariable(PLAN, Plan.class);
    }

    static void plan(Exchange exchange, Plan plan) {
        exchange.setVariable(PLAN, plan);
    }
}
