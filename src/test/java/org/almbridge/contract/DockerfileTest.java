package org.almbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images run as nobody in particular, write to one volume, and hold what a build makes and nothing else. */
class DockerfileTest {

    private static final Pattern COPY = Pattern.compile("(--from=\\w+ )?(\\S+) (\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void theUserIsANumberAndNotRoot(String kind) {
        assertThat(Dockerfile.of(kind).all("USER")).containsExactly(Long.toString(Dockerfile.USER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void theOnlyVolumeIsWhereTheBridgeRuns(String kind) {
        assertThat(Dockerfile.of(kind).all("VOLUME")).containsExactly(Dockerfile.WORK);
        assertThat(Dockerfile.of(kind).all("WORKDIR")).containsExactly(Dockerfile.WORK);
        assertThat(Dockerfile.of(kind).all("RUN"))
                .singleElement()
                .asString()
                .contains("chown " + Dockerfile.USER + ":0 " + Dockerfile.WORK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void temporaryFilesAreOnTheVolume(String kind) throws Exception {
        assertThat(command(kind)).contains("-Djava.io.tmpdir=" + Dockerfile.WORK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void portsAreThoseOfTheBridge(String kind) {
        assertThat(Dockerfile.of(kind).all("EXPOSE"))
                .containsExactly(KnownKeys.defaultOf("quarkus.http.port") + " "
                        + KnownKeys.defaultOf("quarkus.management.port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void basesHaveAVersion(String kind) {
        assertThat(Dockerfile.of(kind).all("ARG"))
                .isNotEmpty()
                .allMatch(image -> image.matches("[A-Z]+=[\\w./-]+:\\d[\\w.-]+"));
        assertThat(Dockerfile.of(kind).all("FROM")).allMatch(image -> image.startsWith("${"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void theLibraryThatTheBaseLacksIsBroughtAlong(String kind) {
        assertThat(Dockerfile.of(kind).all("COPY"))
                .anyMatch(copy -> copy.matches("--from=\\w+ /usr/lib64/libz\\.so\\.1\\* /usr/lib64/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void nothingIsSetButTheLanguage(String kind) {
        assertThat(Dockerfile.of(kind).all("ENV")).containsExactly("LANG=C.UTF-8");
    }

    @Test
    void theJarIsCopiedAsTheBuildMakesIt() throws Exception {
        List<Matcher> copies =
                Dockerfile.of("jvm").all("COPY").map(COPY::matcher).toList();
        assertThat(copies).allMatch(Matcher::matches);
        assertThat(copies)
                .filteredOn(copy -> copy.group(1) == null)
                .extracting(copy -> copy.group(2))
                .containsExactlyInAnyOrder(
                        "quarkus-app/lib", "quarkus-app/quarkus-run.jar", "quarkus-app/quarkus", "quarkus-app/app");
        assertThat(command("jvm")).endsWith("-jar", "/opt/alm-bridge/quarkus-run.jar");
    }

    @Test
    void theExecutableIsCopiedAsTheBuildNamesIt() throws Exception {
        String pom = Manifests.text(Path.of("pom.xml"));
        assertThat(Dockerfile.of("native").all("COPY").filter(copy -> !copy.startsWith("--from=")))
                .containsExactly("alm-bridge-*-runner " + command("native").get(0));
        assertThat(pom).contains("${project.build.finalName}-runner").doesNotContain("<finalName>");
    }

    private static List<String> command(String kind) throws Exception {
        String entry = Dockerfile.of(kind).all("ENTRYPOINT").findFirst().orElseThrow();
        return List.of(new ObjectMapper().readValue(entry, String[].class));
    }
}
