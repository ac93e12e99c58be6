package org.almbridge;

import java.util.regex.Pattern;

/** Has files appear under their name only when they are complete, unless the operator has chosen a way of their own. */
public final class WholeFiles {

    private static final Pattern OWN_WAY = Pattern.compile("tempPrefix=|tempFileName=|fileExist=Append");

    private WholeFiles() {}

    /** The same address, for a folder with a way to write it. */
    public static String uri(String uri) {
        if (!uri.startsWith("file:") || OWN_WAY.matcher(uri).find()) {
            return uri;
        }
        return uri + (uri.contains("?") ? "&" : "?") + "tempPrefix=.";
    }
}
