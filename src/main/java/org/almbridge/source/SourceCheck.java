package org.almbridge.source;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.almbridge.intake.RowReader;
import org.almbridge.intake.SourceSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;

/** Finds out before anything starts what is wrong with the configuration of a source. */
@Singleton
class SourceCheck {

    static final String KIND = "kind";

    private static final String SUFFIX = "-source";
    private static final String NAME = "name";
    private static final String FORMAT = "format";

    /** What is pushed over HTTP comes under this name. */
    private static final String RESERVED = "api";

    private final ModelCamelContext model;
    private final Instance<RowReader> readers;
    private final SourceSettings settings;
    private final Instance<KindCheck> checks;

    SourceCheck(
            CamelContext context,
            @Any Instance<RowReader> readers,
            SourceSettings settings,
            @Any Instance<KindCheck> checks) {
        this.model = (ModelCamelContext) context;
        this.readers = readers;
        this.settings = settings;
        this.checks = checks;
    }

    /** The template of a kind, {@code null} when there is none. */
    RouteTemplateDefinition template(String kind) {
        return kind == null ? null : model.getRouteTemplateDefinition(kind + SUFFIX);
    }

    /** The parameters that are the template's: not the kind, and not what every source takes. */
    static Map<String, String> ofTheTemplate(Map<String, String> given) {
        Map<String, String> parameters = new TreeMap<>(given);
        parameters.remove(KIND);
        parameters.keySet().removeAll(SourceSettings.NAMES);
        return parameters;
    }

    /** What is wrong, each entry beginning with the parameter that is; empty when nothing is. */
    List<String> problems(String name, Map<String, String> given) {
        RouteTemplateDefinition template = template(given.get(KIND));
        if (template == null) {
            return List.of(wrongKind(given.get(KIND)));
        }
        if (name.equals(RESERVED)) {
            return List.of(KIND + " belongs to a source of the name " + RESERVED
                    + ", under which people come who are pushed over HTTP: give the source another name");
        }
        Map<String, String> parameters = ofTheTemplate(given);
        List<String> problems = new ArrayList<>(parameterProblems(template, parameters));
        problems.addAll(formatProblem(parameters.get(FORMAT)));
        problems.addAll(settings.problems(name, parameters.getOrDefault(FORMAT, formatOf(template))));
        if (problems.isEmpty()) {
            checks.stream()
                    .filter(check -> check.kind().equals(given.get(KIND)))
                    .forEach(check -> problems.addAll(check.problems(parameters)));
        }
        return problems;
    }

    private String wrongKind(String kind) {
        return KIND + (kind == null ? " is missing" : " is '" + kind + "'") + ": give one of "
                + model.getRouteTemplateDefinitions().stream()
                        .map(RouteTemplateDefinition::getId)
                        .filter(id -> id.endsWith(SUFFIX))
                        .map(id -> id.substring(0, id.length() - SUFFIX.length()))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static List<String> parameterProblems(RouteTemplateDefinition template, Map<String, String> given) {
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
        List<String> problems = new ArrayList<>();
        unknown.forEach(parameter -> problems.add(parameter + " is no parameter of a " + template.getId()
                + ": it takes " + String.join(", ", known) + "; and every source takes "
                + String.join(", ", new TreeSet<>(SourceSettings.NAMES))));
        missing.forEach(parameter ->
                problems.add(parameter + " is missing: a " + template.getId() + " takes " + String.join(", ", known)));
        return problems;
    }

    private List<String> formatProblem(String format) {
        Set<String> formats = readers.stream().map(RowReader::format).collect(Collectors.toCollection(TreeSet::new));
        return format == null || formats.contains(format)
                ? List.of()
                : List.of(FORMAT + " is '" + format + "': give one of " + String.join(", ", formats));
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
}
