package org.almbridge.source;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at a parameter that must be a number, which Camel would only miss later and less clearly. */
final class NumberParameter {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private NumberParameter() {}

    /** What is wrong with it, when it is given and no whole number from 1 to that. */
    static Optional<String> problem(Map<String, String> given, String parameter, int most) {
        String value = given.get(parameter);
        if (value == null
                || NUMBER.matcher(value).matches() && Integer.parseInt(value) > 0 && Integer.parseInt(value) <= most) {
            return Optional.empty();
        }
        return Optional.of(parameter + " is '" + value + "': give a whole number from 1 to " + most);
    }
}
