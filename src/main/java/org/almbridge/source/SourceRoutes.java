package org.almbridge.source;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.almbridge.BridgeConfig;
import org.almbridge.intake.RowReader;
import org.almbridge.intake.SourceSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.jboss.logging.Logger;

/** Makes one route for every configured source; what is misspelt stops the start, where it is cheap to mend. */
@Singleton
class SourceRoutes {

    private static final Logger LOG = Logger.getLogger(SourceRoutes.class);
    private static final String SUFFIX = "-source";
    private static final String KIND = "kind";
    private static final String NAME = "name";
    private static final String FORMAT = "format";

    private final BridgeConfig config;
    private final CamelContext context;
    private final Instance<RowReader> readers;
    private final SourceSettings settings;
    private final Instance<KindCheck> checks;

    SourceRoutes(
            BridgeConfig config,
            CamelContext context,
            @Any Instance<RowReader> readers,
            SourceSettings settings,
            @Any Instance<KindCheck> checks) {
        this.config = config;
        this.context = context;
        this.readers = readers;
        this.settings = settings;
        this.checks = checks;
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
        refuse("", settings.mappingProblems());
        config.sources().forEach(this::create);
    }

    private void create(String name, Map<String, String> given) {
        String prefix = "bridge.sources." + name + ".";
        RouteTemplateDefinition template = template(prefix, given.get(KIND));
        Map<String, String> parameters = new TreeMap<>(given);
        parameters.remove(KIND);
        parameters.keySet().removeAll(SourceSettings.NAMES);
        check(prefix, template, parameters);
        checkFormat(prefix, parameters.get(FORMAT));
        refuse(prefix, settings.problems(name, parameters.getOrDefault(FORMAT, formatOf(template))));
        checkKind(prefix, given.get(KIND), parameters);
        String routeId = "source-" + name;
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(context, template.getId())
                .routeId(routeId)
                .parameter(NAME, name);
        parameters.forEach(
                (parameter, value) -> route.parameter(parameter, Secrets.hide(context, routeId, parameter, value)));
        route.add();
    }

    private RouteTemplateDefinition template(String prefix, String kind) {
        ModelCamelContext model = (ModelCamelContext) context;
        RouteTemplateDefinition template = kind == null ? null : model.getRouteTemplateDefinition(kind + SUFFIX);
        if (template == null) {
            String kinds = model.getRouteTemplateDefinitions().stream()
                    .map(RouteTemplateDefinition::getId)
                    .filter(id -> id.endsWith(SUFFIX))
                    .map(id -> id.substring(0, id.length() - SUFFIX.length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new ConfigurationException(
                    prefix + KIND + (kind == null ? " is missing" : " is '" + kind + "'") + ": give one of " + kinds);
        }
        return template;
    }

    private void checkFormat(String prefix, String format) {
        Set<String> formats = readers.stream().map(RowReader::format).collect(Collectors.toCollection(TreeSet::new));
        if (format != null && !formats.contains(format)) {
            throw new ConfigurationException(
                    prefix + FORMAT + " is '" + format + "': give one of " + String.join(", ", formats));
        }
    }

    private void checkKind(String prefix, String kind, Map<String, String> parameters) {
        List<String> problems = checks.stream()
                .filter(check -> check.kind().equals(kind))
                .flatMap(check -> check.problems(parameters).stream())
                .toList();
        refuse(prefix, problems);
    }

    private static void refuse(String prefix, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(
                    problems.stream().map(problem -> prefix + problem).collect(Collectors.joining("\n")));
        }
    }

    /** The format of a source that names none, {@code null} when its template keeps that to itself. */
    private static String formatOf(RouteTemplateDefinition template) {
        return template.getTemplateParameters().stream()
                .filter(parameter -> FORMAT.equals(parameter.getName()))
                .map(RouteTemplateParameterDefinition::getDefaultValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void check(String prefix, RouteTemplateDefinition template, Map<String, String> given) {
        Set<String> known = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (RouteTemplateParameterDefinition parameter : template.getTemplateParameters()) {
            if (!NAME.equals(parameter.getName())) {
                known.add(parameter.getName());
                if (parameter.getDefaultValue() == null
                        && parameter.isRequired()
                        && !given.containsKey(parameter.getName())) {
                    missing.add(parameter.getName());
                }
            }
        }
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(prefix + unknown.iterator().next() + " is no parameter of a "
                    + template.getId() + ": it takes " + String.join(", ", known) + "; and every source takes "
                    + String.join(", ", new TreeSet<>(SourceSettings.NAMES)));
        }
        if (!missing.isEmpty()) {
            throw new ConfigurationException(prefix + missing.iterator().next() + " is missing: a " + template.getId()
                    + " takes " + String.join(", ", known));
        }
    }
}
