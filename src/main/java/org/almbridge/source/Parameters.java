package org.almbridge.source;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at parameters whose values are numbers or names, which Camel would only miss later and less clearly. */
public final class Parameters {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private Parameters() {}

    /** What is wrong with it, when it is given and no whole number from one to the other, both included. */
    public static Optional<String> number(Map<String, String> given, String parameter, int least, int most) {
        String value = given.get(parameter);
        return value == null || isNumber(value, least, most)
                ? Optional.empty()
                : Optional.of(parameter + " is '" + value + "': give a whole number from " + least + " to " + most);
    }

    private static boolean isNumber(String value, int least, int most) {
        return NUMBER.matcher(value).matches() && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    /** What is wrong with it, when it is given and none of the allowed values. */
    public static Optional<String> oneOf(Map<String, String> given, String parameter, Collection<String> allowed) {
        String value = given.get(parameter);
        return value == null || allowed.contains(value)
                ? Optional.empty()
                : Optional.of(parameter + " is '" + value + "': give one of " + String.join(", ", allowed));
    }
}
