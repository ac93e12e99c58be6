package org.almbridge.metric;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.almbridge.learner.FailureClass;

/** One meter for each failure class, made once, because to find one by its labels costs every call. */
final class PerClass {

    private PerClass() {}

    static <M> Map<FailureClass, M> of(Function<FailureClass, M> make) {
        Map<FailureClass, M> meters = new EnumMap<>(FailureClass.class);
        for (FailureClass failureClass : FailureClass.values()) {
            meters.put(failureClass, make.apply(failureClass));
        }
        return meters;
    }
}
