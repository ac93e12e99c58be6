package org.almbridge.api;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;

/** Knows which methods an address takes, from the routes that are there. */
@Singleton
class AllowedMethods {

    private final CamelContext camel;

    AllowedMethods(CamelContext camel) {
        this.camel = camel;
    }

    Set<String> of(String path) {
        return camel.getComponent("platform-http", PlatformHttpComponent.class).getHttpEndpoints().stream()
                .filter(endpoint -> path.matches(endpoint.getUri().replaceAll("\\{[^/]+}", "[^/]+")))
                .map(HttpEndpointModel::getVerbs)
                .flatMap(verbs -> Arrays.stream(verbs.split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
