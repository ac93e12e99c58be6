package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Names the possible answers to a second enrolment in one instance, because ALM documents none. */
@RegisterForReflection
public enum RepeatEnrolment {
    SAME_OBJECT,
    ERROR
}
