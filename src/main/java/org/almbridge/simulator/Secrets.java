package org.almbridge.simulator;

import java.util.regex.Pattern;

/** Takes tokens and secrets out of text that is kept, whether they came in a query, a form or a JSON body. */
final class Secrets {

    private static final String NAME = "(?:access|refresh)(?:_|%5f)token|client(?:_|%5f)secret";
    private static final Pattern PARAMETER = Pattern.compile("((?:" + NAME + ")=)[^&]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEMBER = Pattern.compile(
            "(\"(?:" + NAME + ")\"\\s*:\\s*\")[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    static String masked(String text) {
        String withoutParameters = PARAMETER.matcher(text).replaceAll("$1...");
        return MEMBER.matcher(withoutParameters).replaceAll("$1...");
    }
}
