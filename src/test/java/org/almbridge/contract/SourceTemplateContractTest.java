package org.almbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A source is a documented list of parameters and a few steps that end at the one seam. */
class SourceTemplateContractTest {

    static List<RouteFile> sources() {
        return RouteFile.all().stream()
                .filter(file -> file.name().startsWith("sources"))
                .toList();
    }

    @Test
    void thereAreSources() {
        assertThat(sources()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aFileHoldsOneTemplateOfItsName(RouteFile file) {
        assertThat(file.entries()).hasSize(1);
        assertThat(template(file).get("id") + ".camel.yaml")
                .isEqualTo(Path.of(file.name()).getFileName().toString())
                .endsWith("-source.camel.yaml");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyParameterIsDescribedAndUsedAndDocumented(RouteFile file) throws IOException {
        String text = Files.readString(Path.of("routes", file.name()));
        String docs = Files.readString(Path.of("docs/configuration.md"));
        assertThat(parameters(file)).allSatisfy(parameter -> {
            String name = (String) parameter.get("name");
            assertThat(parameter).as(name).containsKey("description");
            assertThat(parameter.containsKey("required") || parameter.containsKey("defaultValue"))
                    .as("%s is required or has a default", name)
                    .isTrue();
            assertThat(text).containsPattern("\\{\\{[?]?" + name + "}}");
            if (!name.equals("name")) {
                assertThat(docs).as("docs/configuration.md").contains("`" + name + "`");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everySourceHandsOverAtTheSeam(RouteFile file) throws IOException {
        assertThat(Files.readString(Path.of("routes", file.name())))
                .contains("uri: direct:accept-batch")
                .contains("name: source")
                .contains("name: input")
                .contains("name: format");
    }

    private static Map<String, Object> template(RouteFile file) {
        return file.of("routeTemplate").findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parameters(RouteFile file) {
        return (List<Map<String, Object>>) template(file).get("parameters");
    }
}
