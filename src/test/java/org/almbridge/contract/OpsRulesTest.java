package org.almbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.almbridge.support.DocumentedMetrics;
import org.almbridge.support.DocumentedMetrics.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What operators are given under ops/ is right: Prometheus' own tool takes it, it asks for no metric that is not there, and
 * every alert is explained. What takes promtool is skipped where there is none; it is part of Debian's package prometheus.
 */
class OpsRulesTest {

    private static final Path RULES = Path.of("ops/prometheus/alm-bridge.rules.yaml");
    private static final Path TESTS = Path.of("ops/prometheus/alm-bridge.rules.test.yaml");
    private static final Path EXAMPLE = Path.of("ops/prometheus/prometheus.example.yaml");
    private static final Path DASHBOARD = Path.of("ops/grafana/alm-bridge.dashboard.json");

    private static final Tool PROMTOOL = new Tool("promtool", "prometheus");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern USED = Pattern.compile("\\b(bridge_\\w+)(?:\\{([^}]*)\\})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPED = Pattern.compile("(\\w+) by \\(([^)]*)\\) \\((?:\\w+\\()?(bridge_\\w+)");

    @TempDir
    Path folder;

    @Test
    void prometheusTakesTheRules() throws Exception {
        assertThat(PROMTOOL.run("check", "rules", RULES.toString())).contains("SUCCESS");
    }

    @Test
    void everyAlertFiresWhenItShouldAndOnlyThen() throws Exception {
        assertThat(PROMTOOL.run("test", "rules", TESTS.toString())).contains("SUCCESS");
    }

    @Test
    void prometheusTakesTheExample() throws Exception {
        Files.copy(EXAMPLE, folder.resolve("prometheus.yaml"));
        Files.copy(RULES, folder.resolve(RULES.getFileName()));
        Files.writeString(folder.resolve("alm-bridge.key"), "key");

        assertThat(PROMTOOL.run(
                        "check", "config", folder.resolve("prometheus.yaml").toString()))
                .contains("1 rule files found");
    }

    @Test
    void prometheusTakesEveryQueryOfTheDashboard() throws Exception {
        List<Map<String, String>> rules = new ArrayList<>();
        for (String query : queries()) {
            rules.add(Map.of("record", "dashboard:query" + rules.size(), "expr", query));
        }
        Path file = folder.resolve("dashboard.rules.yaml");
        JSON.writeValue(file.toFile(), Map.of("groups", List.of(Map.of("name", "dashboard", "rules", rules))));

        assertThat(PROMTOOL.run("check", "rules", file.toString())).contains(rules.size() + " rules found");
    }

    @Test
    void everyMetricIsThere() throws IOException {
        Map<String, Metric> documented = DocumentedMetrics.read();
        List<String> expressions = new ArrayList<>(queries());
        rules().forEach(rule -> expressions.add((String) rule.get("expr")));
        assertThat(documented).isNotEmpty();
        assertThat(expressions).hasSizeGreaterThan(40).allSatisfy(expression -> {
            Matcher used = USED.matcher(expression);
            while (used.find()) {
                assertKnown(documented, used.group(1), labels(used.group(2)), expression);
            }
            Matcher grouped = GROUPED.matcher(expression);
            while (grouped.find()) {
                assertKnown(
                        documented, grouped.group(3), Set.of(grouped.group(2).split(", *")), expression);
            }
        });
    }

    private static void assertKnown(
            Map<String, Metric> documented, String name, Set<String> labels, String expression) {
        Metric known = documented.getOrDefault(name, documented.get(name.replaceFirst("_(bucket|count|sum)$", "")));
        assertThat(known)
                .as("%s, which '%s' asks for, in %s", name, expression, DocumentedMetrics.PAGE)
                .isNotNull();
        Set<String> unknown = new TreeSet<>(labels);
        unknown.removeAll(known.labels());
        unknown.removeAll(Set.of("le", "instance", "job"));
        assertThat(unknown).as("labels of %s in '%s'", name, expression).isEmpty();
    }

    @Test
    void everyAlertIsTestedAndExplained() throws IOException {
        String tests = Files.readString(TESTS);
        String handbook = Files.readString(Path.of("docs/running.md"));
        List<Map<String, Object>> alerts =
                rules().filter(rule -> rule.containsKey("alert")).toList();
        assertThat(alerts).isNotEmpty().allSatisfy(rule -> {
            String alert = (String) rule.get("alert");
            assertThat(alert).startsWith("AlmBridge");
            assertThat(tests).as("test of %s", alert).contains("alertname: " + alert + "\n");
            String name = alert.substring("AlmBridge".length());
            assertThat(RouteFile.map(rule.get("annotations")))
                    .containsKeys("summary", "description")
                    .containsEntry("runbook", "docs/running.md#" + name.toLowerCase());
            assertThat(handbook)
                    .as("line of %s in docs/running.md", name)
                    .contains("<a id=\"" + name.toLowerCase() + "\"></a>`" + name + "`");
            assertThat(RouteFile.map(rule.get("labels")).get("severity")).isIn("critical", "warning");
            assertThat(rule).containsKey("for");
        });
    }

    @Test
    void theDashboardExplainsItselfAndFitsEveryPrometheus() throws IOException {
        JsonNode dashboard = JSON.readTree(DASHBOARD.toFile());
        assertThat(dashboard.path("templating").path("list").get(0).path("type").asText())
                .isEqualTo("datasource");
        Set<Integer> ids = new TreeSet<>();
        assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy(panel -> {
            assertThat(ids.add(panel.path("id").asInt())).as("id of its own").isTrue();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText()).isNotBlank();
                assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            }
        });
    }

    /** With what Grafana puts in. */
    private static List<String> queries() throws IOException {
        return JSON.readTree(DASHBOARD.toFile()).findValuesAsText("expr").stream()
                .map(query -> query.replace("$__rate_interval", "5m"))
                .toList();
    }

    private static Stream<Map<String, Object>> rules() throws IOException {
        Object file = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(RULES));
        List<?> groups = (List<?>) RouteFile.map(file).get("groups");
        return groups.stream()
                .flatMap(group -> ((List<?>) RouteFile.map(group).get("rules")).stream())
                .map(RouteFile::map);
    }

    private static Set<String> labels(String matchers) {
        Set<String> labels = new TreeSet<>();
        Matcher label = LABEL.matcher(matchers == null ? "" : matchers);
        while (label.find()) {
            labels.add(label.group(1));
        }
        return labels;
    }
}
