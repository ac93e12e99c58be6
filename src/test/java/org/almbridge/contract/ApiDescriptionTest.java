package org.almbridge.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Callers read one document: it has every operation that there is, no other one, and says who may do it. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class ApiDescriptionTest {

    private static final Path DOCUMENT = Path.of("src/main/resources/META-INF/openapi.yaml");

    /** An operation as the document has it. */
    record Described(String method, String path, Operation operation) {

        /** The one role that every way to prove who one is asks for. */
        Set<String> roles() {
            return operation.getSecurity().stream()
                    .flatMap(way -> way.values().stream())
                    .flatMap(List::stream)
                    .collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static String text() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SwaggerParseResult parsed() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readContents(text(), null, options);
    }

    static List<Described> operations() {
        return parsed().getOpenAPI().getPaths().entrySet().stream()
                .flatMap(path -> operations(path.getKey(), path.getValue()))
                .toList();
    }

    private static Stream<Described> operations(String path, PathItem item) {
        return item.readOperationsMap().entrySet().stream()
                .map(one -> new Described(one.getKey().name(), path, one.getValue()));
    }

    @Test
    void isValid() {
        assertThat(parsed().getMessages()).isEmpty();
        assertThat(parsed().getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void hasTheOperationsThatThereAre() {
        assertThat(operations())
                .extracting(Described::toString)
                .containsExactlyInAnyOrderElementsOf(RouteFile.all().stream()
                        .flatMap(ApiDescriptionTest::served)
                        .toList());
    }

    private static Stream<String> served(RouteFile file) {
        return file.of("rest")
                .flatMap(rest -> Stream.of("get", "post", "put", "patch", "delete")
                        .filter(rest::containsKey)
                        .flatMap(method -> ((List<?>) rest.get(method))
                                .stream()
                                        .map(verb -> method.toUpperCase(Locale.ROOT) + " " + rest.get("path")
                                                + RouteFile.map(verb).getOrDefault("path", ""))));
    }

    /** So that what several people add can be brought together. */
    @Test
    void isInAlphabeticalOrder() {
        var description = parsed().getOpenAPI();

        assertThat(List.copyOf(description.getPaths().keySet())).isSorted();
        assertThat(List.copyOf(description.getComponents().getSchemas().keySet()))
                .isSorted();
        assertThat(List.copyOf(description.getComponents().getResponses().keySet()))
                .isSorted();
        assertThat(List.copyOf(description.getComponents().getParameters().keySet()))
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatAnOperationIsForAndWhatItAnswers(Described described) {
        Operation operation = described.operation();
        Set<String> answers = operation.getResponses().keySet();

        assertThat(operation.getOperationId()).isNotBlank();
        assertThat(operation.getSummary()).isNotBlank();
        assertThat(operation.getTags()).hasSize(1);
        assertThat(answers).contains("401", "403", "429", "503").anyMatch(status -> status.startsWith("2"));
        if (described.method().equals("GET")) {
            assertThat(answers).as("what is wrong with a query").contains("400");
        }
        if (described.path().contains("{")) {
            assertThat(answers).as("nothing there").contains("404");
        }
        if (operation.getRequestBody() != null) {
            assertThat(answers).as("what is wrong with the content").contains("400", "413", "415");
        }
        operation.getResponses().forEach((status, answer) -> {
            if (!status.startsWith("2") && answer.get$ref() == null) {
                assertThat(answer.getContent()).containsOnlyKeys("application/problem+json");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void namesTheParametersOfThePath(Described described) {
        Set<String> inPath = Pattern.compile("\\{(\\w+)}")
                .matcher(described.path())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(parameters(described.operation()))
                .filteredOn(parameter -> parameter.getIn().equals("path"))
                .extracting(Parameter::getName)
                .containsExactlyInAnyOrderElementsOf(inPath);
    }

    private static List<Parameter> parameters(Operation operation) {
        if (operation.getParameters() == null) {
            return List.of();
        }
        var shared = parsed().getOpenAPI().getComponents().getParameters();
        return operation.getParameters().stream()
                .map(parameter -> parameter.get$ref() == null
                        ? parameter
                        : shared.get(parameter.get$ref().replace("#/components/parameters/", "")))
                .toList();
    }

    /** The document says what Quarkus' policies do. */
    @ParameterizedTest
    @MethodSource("operations")
    void namesTheRoleThatTheOperationNeeds(Described described) {
        assertThat(described.roles()).hasSize(1);
        String role = described.roles().iterator().next();
        assertThat(described.operation().getDescription()).contains("Needs the role `" + role + "`");

        assertThat(statusWithout(described)).isEqualTo(401);
        ContractProfile.KEYS.forEach((one, key) -> {
            int status = status(described, key);
            if (one.equals(role)) {
                assertThat(status).as("answer to the role " + one).isNotIn(401, 403, 405, 500);
            } else {
                assertThat(status).as("answer to the role " + one).isEqualTo(403);
            }
        });
    }

    private static int status(Described described, String key) {
        return given().header("Authorization", "Bearer " + key)
                .request(described.method(), described.path().replaceAll("\\{\\w+}", "0"))
                .statusCode();
    }

    private static int statusWithout(Described described) {
        return given().request(described.method(), described.path().replaceAll("\\{\\w+}", "0"))
                .statusCode();
    }

    @Test
    void namesNobodyWhoMightBeReal() {
        assertThat(Pattern.compile("[\\w.+-]+@[\\w.-]+").matcher(text()).results())
                .extracting(MatchResult::group)
                .isNotEmpty()
                .allMatch(address -> address.endsWith("@example.com"));
    }

    /** What a reference that leads nowhere would spoil in silence. */
    @Test
    void leadsSomewhereWithEveryReference() {
        Set<String> places = new TreeSet<>();
        var components = parsed().getOpenAPI().getComponents();
        components.getSchemas().keySet().forEach(name -> places.add("schemas/" + name));
        components.getResponses().keySet().forEach(name -> places.add("responses/" + name));
        components.getParameters().keySet().forEach(name -> places.add("parameters/" + name));
        components.getHeaders().keySet().forEach(name -> places.add("headers/" + name));

        Set<String> references = Pattern.compile("#/components/(\\w+/\\w+)")
                .matcher(text())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(references).isSubsetOf(places);
        assertThat(places).as("parts that nothing refers to").isSubsetOf(references);
    }
}
