package org.almbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Camel would let pass in silence: a misspelt name, a route without a policy, a policy in the wrong place. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class RouteContractTest {

    private static final Set<String> TOP_LEVEL = Set.of("route", "routeTemplate", "routeConfiguration", "rest");

    /** Keys that Camel takes with a bare text too; the long form is the one that stays. */
    private static final Set<String> NO_SHORT_FORM =
            Set.of("to", "toD", "from", "simple", "constant", "log", "setBody", "marshal", "unmarshal", "process");

    /** Policies that know what a failure of ALM means. */
    private static final Set<String> CALLING = Set.of("alm-call", "plan-call");

    /** A route that a step calls on an exchange of its own; a failure of it becomes one of the route that has the step. */
    private static final Map<String, String> CALLED_BY_A_STEP = Map.of(
            "resolveManager", "alm-find-manager",
            "verifyCourse", "alm-find-course",
            "accessToken", "alm-refresh-token");

    @Inject
    CamelContext context;

    static List<RouteFile> files() {
        return RouteFile.all();
    }

    private static Stream<Map<String, Object>> routes() {
        return files().stream().flatMap(file -> file.of("route"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRouteSaysWhatItIsFor(RouteFile file) {
        assertThat(file.of("route")).allSatisfy(route -> {
            assertThat(route.get("id")).as("id of a route in %s", file).isNotNull();
            assertThat(route.get("description"))
                    .as("description of %s: say in one line what it is for", route.get("id"))
                    .isNotNull();
        });
    }

    @Test
    void everyFileIsLoadedOrTheDoctors() {
        assertThat(ConfigProvider.getConfig().getValues("alm-bridge.routes", String.class))
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .map(RouteFile::name)
                        .filter(name -> !name.startsWith("doctor/"))
                        .map("classpath:routes/"::concat)
                        .toList());
    }

    @Test
    void aDirectAddressIsTheIdOfItsRoute() {
        routes().forEach(route -> {
            String uri = (String) RouteFile.map(route.get("from")).get("uri");
            if (uri.startsWith("direct:")) {
                assertThat(uri).as("address of %s", route.get("id")).isEqualTo("direct:" + route.get("id"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyDirectAddressHasARoute(RouteFile file) {
        Set<String> ids = routes().map(route -> (String) route.get("id")).collect(Collectors.toSet());
        RouteFile.walk(file.entries(), (key, value) -> {
            if ("uri".equals(key) && value.toString().startsWith("direct:")) {
                assertThat(ids)
                        .as("routes, one of which %s addresses", file)
                        .contains(value.toString().substring("direct:".length()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyNameStandsForABean(RouteFile file) {
        RouteFile.walk(file.entries(), (key, value) -> {
            if (key.equals("ref") || key.endsWith("Ref")) {
                String bean =
                        value instanceof Map<?, ?> expression ? (String) expression.get("expression") : (String) value;
                assertIsBean(bean, file);
            } else if (value instanceof String option && option.startsWith("#")) {
                assertIsBean(option.substring(1), file);
            }
        });
    }

    private void assertIsBean(String name, RouteFile file) {
        assertThat(context.getRegistry().lookupByName(name))
                .as("bean '%s', which %s names", name, file)
                .isNotNull();
    }

    @Test
    void everyPolicyThatARouteChoosesExists() {
        Set<Object> policies = files().stream()
                .flatMap(file -> file.of("routeConfiguration"))
                .map(policy -> policy.get("id"))
                .collect(Collectors.toSet());
        assertThat(routes().filter(route -> route.containsKey("routeConfigurationId")))
                .allSatisfy(route -> assertThat(policies).contains(route.get("routeConfigurationId")));
    }

    @Test
    void onlyThePolicyFileReactsToFailures() {
        files().stream()
                .filter(file -> !file.name().equals("policy.camel.yaml"))
                .forEach(file -> RouteFile.walk(file.entries(), (key, value) -> {
                    assertThat(key).as("key in %s", file).isNotIn("onException", "routeConfiguration");
                    if (key.equals("doTry")) {
                        // a policy is not asked about a failure that another one, as that of accept-batch, has given up
                        // on
                        assertThat(file.name()).as("file with a doTry").isEqualTo("api.camel.yaml");
                    }
                    if (key.equals("errorHandler")) {
                        assertThat(value).as("errorHandler in %s", file).isEqualTo(Map.of("noErrorHandler", Map.of()));
                    }
                }));
    }

    /** Who asks over HTTP gets a problem document, whatever fails. */
    @Test
    void everyOperationAnswersItsFailures() {
        Set<String> operations = new TreeSet<>();
        files().stream()
                .flatMap(file -> file.of("rest"))
                .forEach(rest -> RouteFile.walk(rest, (key, value) -> {
                    if (key.equals("uri")) {
                        operations.add(value.toString().substring("direct:".length()));
                    }
                }));
        assertThat(operations).isNotEmpty();
        assertThat(routes().filter(route -> operations.contains((String) route.get("id"))))
                .hasSameSizeAs(operations)
                .allSatisfy(route -> assertThat(route).containsEntry("routeConfigurationId", "api"));
    }

    /** A policy on a caller does not cover a callee, so a route that calls ALM leaves failures to one that has the policy. */
    @Test
    void everyCallOfAlmIsUnderThePolicy() {
        Set<String> covered = new TreeSet<>();
        routes().filter(route -> CALLING.contains(String.valueOf(route.get("routeConfigurationId"))))
                .forEach(route -> cover(route, covered));
        routes().filter(RouteContractTest::callsAlm).forEach(route -> {
            assertThat(route.get("errorHandler"))
                    .as("errorHandler of %s, which calls ALM", route.get("id"))
                    .isEqualTo(Map.of("noErrorHandler", Map.of()));
            if (!isOfTheDoctor(route)) {
                assertThat(covered).contains((String) route.get("id"));
            }
        });
        assertThat(routes().filter(RouteContractTest::callsAlm)).isNotEmpty();
    }

    /** The doctor shows every failure as it is; none of its calls is a learner's. */
    private static boolean isOfTheDoctor(Map<String, Object> route) {
        return ((String) route.get("id")).startsWith("doctor-");
    }

    private static void cover(Map<String, Object> caller, Set<String> covered) {
        RouteFile.walk(RouteFile.map(caller.get("from")).get("steps"), (key, value) -> {
            String callee = callee(key, value.toString());
            if (callee != null && covered.add(callee)) {
                routes().filter(route -> callee.equals(route.get("id"))).forEach(route -> cover(route, covered));
            }
        });
    }

    private static String callee(String key, String value) {
        if (key.equals("uri") && value.startsWith("direct:")) {
            return value.substring("direct:".length());
        }
        return key.equals("ref") ? CALLED_BY_A_STEP.get(value) : null;
    }

    private static boolean callsAlm(Map<String, Object> route) {
        return route.toString().contains("{{bridge.alm.base-url}}");
    }

    @Test
    void nobodyElseCallsTheRoutesUnderThePolicy() {
        Set<String> inner = routes().filter(RouteContractTest::isInner)
                .map(route -> "direct:" + route.get("id"))
                .collect(Collectors.toSet());
        routes().filter(route -> !isInner(route) && !route.containsKey("routeConfigurationId"))
                .forEach(route -> RouteFile.walk(route, (key, value) -> {
                    if (key.equals("uri")) {
                        assertThat(inner)
                                .as("routes that %s must not call", route.get("id"))
                                .doesNotContain(value.toString());
                    }
                }));
    }

    private static boolean isInner(Map<String, Object> route) {
        return route.containsKey("errorHandler")
                && ((String) RouteFile.map(route.get("from")).get("uri")).startsWith("direct:");
    }

    @ParameterizedTest
    @MethodSource("files")
    void yamlIsInItsLongForm(RouteFile file) {
        assertThat(file.entries()).allSatisfy(entry -> assertThat(TOP_LEVEL).containsAll(entry.keySet()));
        RouteFile.walk(file.entries(), (key, value) -> {
            if (NO_SHORT_FORM.contains(key)) {
                assertThat(value)
                        .as("%s in %s: write its members out", key, file)
                        .isInstanceOf(Map.class);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void simpleStaysSimple(RouteFile file) {
        RouteFile.walk(file.entries(), (key, value) -> {
            if (key.equals("simple")) {
                assertThat((String) RouteFile.map(value).get("expression"))
                        .as(
                                "Simple in %s: more than a variable, a header, a parameter or a comparison belongs into Java",
                                file)
                        .matches("\\{\\{\\w+}}|\\$\\{(body|variable\\.\\w+|header\\.\\w+)}( == ('[^']*'|\\d+))?");
            }
        });
    }
}
