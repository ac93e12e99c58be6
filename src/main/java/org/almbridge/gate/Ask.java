package org.almbridge.gate;

/**
 * What a bridge wants of the quota that it shares.
 *
 * @param limit  of the HTTP method, as far as this bridge knows
 * @param calls  calls that could be made at once
 * @param starts calls that learners who could be started will bring along, the creates included
 * @param owed   calls that were made although no create has brought them along
 * @param restMs milliseconds for which ALM wants no call from anybody, 0 when it has not said so
 */
record Ask(Limit limit, int calls, int starts, int owed, long restMs) {

    boolean isNothing() {
        return calls == 0 && starts == 0 && restMs == 0;
    }
}
