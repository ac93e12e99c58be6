package org.almbridge.source.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header {@code Link} of RFC 8288 as far as the next page is concerned. */
final class LinkHeader {

    private static final Pattern LINK = Pattern.compile(
            "<([^>]*)>((?:\\s*;\\s*[^\\s;,=]+(?:\\s*=\\s*(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s;,\"]*))?)*+)");

    private static final Pattern RELATION =
            Pattern.compile("(?:^|;)\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*))", Pattern.CASE_INSENSITIVE);

    private static final Pattern NEXT = Pattern.compile("(?:^|.*\\s)next(?:\\s.*|$)", Pattern.CASE_INSENSITIVE);

    private LinkHeader() {}

    /** Target of the first link to the next page; may be relative. */
    static Optional<String> next(List<String> values) {
        return values.stream()
                .flatMap(value -> LINK.matcher(value).results())
                .filter(link -> isNext(link.group(2)))
                .map(link -> link.group(1).strip())
                .findFirst();
    }

    private static boolean isNext(String parameters) {
        Matcher relation = RELATION.matcher(parameters);
        if (!relation.find()) {
            return false;
        }
        // only the first counts, says the RFC
        return NEXT.matcher(relation.group(1) == null ? relation.group(2) : relation.group(1))
                .matches();
    }
}
