package org.almbridge.source;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Tells in which file a key stands, which the person who has to correct it would look for. */
final class Origin {

    private static final Pattern FILE = Pattern.compile("source=file:(/[^]]+)]");

    private Origin() {}

    /**
     * An addition to a message, empty for a key that no file has.
     *
     * @param message begins with the key
     */
    static String of(Config config, String message) {
        String source =
                config.getConfigValue(message.replaceFirst("(?s)\\s.*", "")).getSourceName();
        Matcher file = FILE.matcher(String.valueOf(source));
        if (!file.find()) {
            return "";
        }
        Path path = Path.of(file.group(1));
        Path here = Path.of("").toAbsolutePath();
        return " (in " + (path.startsWith(here) ? here.relativize(path) : path) + ")";
    }
}
