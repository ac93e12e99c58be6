package org.almbridge.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Splits and decodes a path, because ids hold colons and e-mails hold plus signs that clients may or may not encode. */
final class UrlPath {

    private UrlPath() {}

    static List<String> segments(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return Arrays.stream(relative.split("/")).map(UrlPath::decode).toList();
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            // a plus sign means a space in a query only
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return segment;
        }
    }
}
