package org.almbridge.intake;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almbridge.BridgeConfig;
import org.apache.camel.CamelContext;
import org.apache.camel.Predicate;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.apache.camel.support.DefaultExchange;

/** Holds the conditions of all rules, each compiled once; one that makes no sense stops the start. */
@Singleton
class RuleConditions {

    private static final Pattern COLUMN = Pattern.compile("variables?\\.row\\[['\"]?([^\\]'\"]*)['\"]?]");

    private final BridgeConfig config;
    private final CamelContext context;
    private final Map<String, RuleCondition> byRule = new HashMap<>();

    RuleConditions(BridgeConfig config, CamelContext context) {
        this.config = config;
        this.context = context;
    }

    void compile(@Observes AfterConfigure event) {
        config.enrolments()
                .forEach((rule, settings) -> settings.when()
                        .ifPresent(when -> byRule.put(rule, compiled("bridge.enrolments." + rule + ".when", when))));
    }

    /** That of a rule without {@code when} holds for everybody. */
    RuleCondition of(String rule) {
        return byRule.getOrDefault(rule, RuleCondition.EVERYBODY);
    }

    private RuleCondition compiled(String key, String when) {
        Set<String> columns = columns(key, when);
        try {
            Predicate predicate = context.resolveLanguage("simple").createPredicate(when);
            predicate.init(context);
            RuleCondition condition = RuleCondition.of(predicate);
            Map<String, String> sample = new HashMap<>();
            columns.forEach(column -> sample.put(column, "1"));
            condition.holds(sample, new DefaultExchange(context));
            return condition;
        } catch (RuntimeException e) {
            throw wrong(key, when, "is not understood by Camel Simple (" + firstLine(e) + ")");
        }
    }

    private static Set<String> columns(String key, String when) {
        Set<String> columns = new LinkedHashSet<>();
        Matcher matcher = COLUMN.matcher(when);
        while (matcher.find()) {
            String column = matcher.group(1);
            Optional<String> canonical = Attributes.canonical(column);
            if (!canonical.equals(Optional.of(column))) {
                throw wrong(
                        key,
                        when,
                        "reads the column " + column
                                + canonical
                                        .map(name -> ", which is spelt " + name)
                                        .orElse(", which no row has; a column of your own is spelt fields." + column));
            }
            columns.add(column);
        }
        if (columns.isEmpty()) {
            throw wrong(key, when, "reads no column of the row");
        }
        return columns;
    }

    private static ConfigurationException wrong(String key, String when, String what) {
        return new ConfigurationException(key + " is '" + when + "', which " + what
                + ": write a condition such as ${variable.row[profile]} == 'Engineer'");
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
