package org.almbridge.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds values in a text, however they are written there: quoted, encoded, in capital letters or cut by other signs. */
final class Confidential {

    /** Of a person; accounts of sources, which are no persons, are let through. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)[\\w.+-]+(?:@|%40)[\\w.-]*example\\.(?:com|org|net)");

    /** Single words below that are words of everyday language. */
    private static final int SHORTEST = 8;

    private final Map<String, List<List<String>>> values = new HashMap<>();
    private final Set<String> accounts;

    Confidential(Iterable<String> values, Set<String> accounts) {
        this.accounts = accounts;
        for (String value : values) {
            List<String> words = words(value);
            if (words.size() > 1 || value.length() >= SHORTEST) {
                this.values
                        .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(words);
            }
        }
    }

    /** What a line tells, or {@code null}. */
    String in(String line) {
        var address = ADDRESS.matcher(line);
        while (address.find()) {
            if (!accounts.contains(address.group())) {
                return address.group();
            }
        }
        List<String> words = words(line);
        for (int i = 0; i < words.size(); i++) {
            for (List<String> value : values.getOrDefault(words.get(i), List.of())) {
                int end = i + value.size();
                if (end <= words.size() && words.subList(i, end).equals(value)) {
                    return String.join(" ", value);
                }
            }
        }
        return null;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("%[0-9a-f]{2}|[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
