package org.almbridge.api;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RestRegistry.RestService;

/** Knows which methods an address takes, from the operations of all files together. */
@Singleton
class AllowedMethods {

    private final CamelContext camel;

    AllowedMethods(CamelContext camel) {
        this.camel = camel;
    }

    Set<String> of(String path) {
        return camel.getRestRegistry().listAllRestServices().stream()
                .filter(service -> path.matches(pattern(service)))
                .map(service -> service.getMethod().toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String pattern(RestService service) {
        return (service.getBasePath() + service.getUriTemplate()).replaceAll("\\{[^/]+}", "[^/]+");
    }
}
