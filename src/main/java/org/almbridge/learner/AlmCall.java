package org.almbridge.learner;

/** The calls the bridge makes for a learner; the name of one tells what an attempt was about. */
public enum AlmCall {
    FIND_USER(false),
    FIND_MANAGER(false),
    CREATE_USER(true),
    FIND_COURSE(false),
    FIND_ENROLMENT(false),
    ENROL_USER(true);

    private final boolean changesAlm;

    AlmCall(boolean changesAlm) {
        this.changesAlm = changesAlm;
    }

    /** Whether a lost answer of this call leaves open what happened in ALM. */
    public boolean changesAlm() {
        return changesAlm;
    }
}
