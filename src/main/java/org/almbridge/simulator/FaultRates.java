package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Says how often ALM misbehaves by chance, so that a rehearsal meets every kind of failure without scripting it.
 *
 * @param error500 share of all calls answered 500 before anything is applied
 * @param error503 share of all calls answered 503 before anything is applied
 * @param resetBeforeWrite share of writes whose connection is closed before anything is applied
 * @param lostAfterCreate share of creates applied but never answered
 * @param lostAfterEnrol share of enrolments applied but never answered
 */
@RegisterForReflection
public record FaultRates(
        double error500, double error503, double resetBeforeWrite, double lostAfterCreate, double lostAfterEnrol) {

    public static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0);

    public FaultRates {
        requireShare("faults.error500", error500);
        requireShare("faults.error503", error503);
        requireShare("faults.resetBeforeWrite", resetBeforeWrite);
        requireShare("faults.lostAfterCreate", lostAfterCreate);
        requireShare("faults.lostAfterEnrol", lostAfterEnrol);
    }

    private static void requireShare(String member, double rate) {
        Json.require(rate >= 0 && rate <= 1, member + " must lie between 0 and 1.");
    }
}
