package org.almbridge;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The Camel URIs under a key, by their position. Commas are legal in them, so a plain value is one of them and never a list. */
public final class EndpointList {

    private EndpointList() {}

    /** @param mapped what the configuration makes of the key, in which a plain value was split at its commas */
    public static List<String> of(Config properties, String key, List<String> mapped) {
        String plain = properties.getConfigValue(key).getValue();
        boolean indexed = properties.getConfigValue(key + "[0]").getValue() != null;
        List<String> uris = indexed || plain == null ? mapped : List.of(plain);
        return uris.stream().map(WholeFiles::uri).toList();
    }
}
