package org.almbridge.source;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.almbridge.BridgeConfig;
import org.almbridge.intake.SourceSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.apache.camel.spi.RouteIdAware;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Makes one route for every configured source; what is wrong with any of them stops the start, where it is cheap to mend. */
@Singleton
public class SourceRoutes {

    private static final Logger LOG = Logger.getLogger(SourceRoutes.class);

    private static final String PREFIX = "source-";

    private final BridgeConfig config;
    private final Config origins;
    private final CamelContext context;
    private final SourceSettings settings;
    private final SourceCheck check;

    SourceRoutes(
            BridgeConfig config, Config origins, CamelContext context, SourceSettings settings, SourceCheck check) {
        this.config = config;
        this.origins = origins;
        this.context = context;
        this.settings = settings;
        this.check = check;
    }

    /** The route that is made for a source. */
    public static String routeId(String source) {
        return PREFIX + source;
    }

    /** The name of the source that a route was made for. */
    static String source(String routeId) {
        return routeId.startsWith(PREFIX) ? routeId.substring(PREFIX.length()) : routeId;
    }

    /** The same for what a route consumes with. */
    static String source(Consumer consumer) {
        return source(((RouteIdAware) consumer).getRouteId());
    }

    void create(@Observes AfterConfigure event) {
        if (config.sources().isEmpty() && config.api().keys().isEmpty()) {
            LOG.warn(
                    "No source and no key of the API is configured, so nobody arrives: set bridge.sources.<name>.kind or"
                            + " bridge.api.keys.<name>.hash");
        }
        if (config.enrolments().isEmpty()) {
            LOG.warn(
                    "No rule says who gets which course, so only rows with a loId of their own lead to an enrolment: set"
                            + " bridge.enrolments.<rule>.lo-id");
        }
        refuseProblems();
        config.sources().forEach(this::create);
    }

    private void refuseProblems() {
        List<String> problems = new ArrayList<>(settings.mappingProblems());
        config.sources()
                .forEach((name, given) -> check.problems(name, given)
                        .forEach(problem -> problems.add("bridge.sources." + name + "." + problem)));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join(
                    "\n",
                    problems.stream()
                            .map(problem -> problem + Origin.of(origins, problem))
                            .toList()));
        }
    }

    private void create(String name, Map<String, String> given) {
        String routeId = routeId(name);
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(
                        context, check.template(given.get(SourceCheck.KIND)).getId())
                .routeId(routeId)
                .parameter("name", name);
        SourceCheck.ofTheTemplate(given)
                .forEach((parameter, value) ->
                        route.parameter(parameter, Secrets.hide(context, routeId, parameter, value)));
        route.add();
    }
}
