package org.almbridge.gate;

/** Says whether ALM's limit is what everybody waits for, so that a wasted call costs more than a wait. */
public interface QuotaWatch {

    /** Whether calls wait because ALM's limit for what changes it is used up. */
    boolean isLimiting();
}
