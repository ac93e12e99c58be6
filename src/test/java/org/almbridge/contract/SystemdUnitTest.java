package org.almbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** systemd takes the unit, finds it closed, and gives the bridge the time that it needs to end. */
class SystemdUnitTest {

    private static final Path FOLDER = Path.of("deploy/systemd");
    private static final Tool ANALYZE = new Tool("systemd-analyze", "systemd");

    private final String unit = Manifests.text(FOLDER.resolve("alm-bridge.service"));

    @TempDir
    Path folder;

    private Path installed;

    /** With a program that is there, for systemd looks for it. */
    @BeforeEach
    void install() throws Exception {
        Path program = Path.of(ProcessHandle.current().info().command().orElseThrow());
        installed = folder.resolve("alm-bridge.service");
        Files.writeString(installed, unit.replace("/usr/bin/java", program.toString()));
        Path dropIns = Files.createDirectory(folder.resolve("alm-bridge.service.d"));
        String nativeConf = Manifests.text(FOLDER.resolve("native.conf"));
        assertThat(nativeConf).contains("ExecStart=/opt/alm-bridge/alm-bridge\n");
        Files.writeString(
                dropIns.resolve("native.conf"), nativeConf.replace("/opt/alm-bridge/alm-bridge", program.toString()));
    }

    @Test
    void systemdTakesIt() throws Exception {
        Files.delete(folder.resolve("alm-bridge.service.d/native.conf"));
        assertThat(ANALYZE.run("verify", "--man=no", installed.toString())).isEmpty();
    }

    @Test
    void systemdTakesItWithTheNativeExecutable() throws Exception {
        assertThat(ANALYZE.run("verify", "--man=no", installed.toString())).isEmpty();
    }

    @Test
    void itIsClosed() throws Exception {
        Files.delete(folder.resolve("alm-bridge.service.d/native.conf"));
        Matcher exposure = Pattern.compile("exposure level for alm-bridge.service: ([\\d.]+)")
                .matcher(ANALYZE.run("security", "--offline=true", "--no-pager", installed.toString()));
        assertThat(exposure.find()).isTrue();
        assertThat(new BigDecimal(exposure.group(1))).isLessThan(new BigDecimal("2"));
    }

    @Test
    void theBridgeHasTimeToEnd() {
        int stop = Integer.parseInt(KnownKeys.defaultOf("bridge.shutdown.timeout-ms")) / 1000;
        assertThat(Integer.parseInt(settings().get("TimeoutStopSec"))).isGreaterThan(2 * stop);
        assertThat(settings()).containsEntry("SuccessExitStatus", "143").doesNotContainKey("KillSignal");
    }

    @Test
    void settingsAreWhereTheBridgeLooks() {
        assertThat(settings())
                .containsEntry("WorkingDirectory", "/var/lib/alm-bridge")
                .containsEntry("BindReadOnlyPaths", "/etc/alm-bridge:/var/lib/alm-bridge/config")
                .containsEntry("EnvironmentFile", "/etc/alm-bridge/secrets.env")
                .containsEntry("Environment", "LANG=C.UTF-8");
    }

    @Test
    void theUserIsTheOneThatIsMade() {
        assertThat(Manifests.text(FOLDER.resolve("alm-bridge.sysusers.conf")))
                .contains("\nu " + settings().get("User") + " - ");
    }

    private Map<String, String> settings() {
        return unit.lines()
                .filter(line -> line.matches("[A-Z]\\w+=.*"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
    }
}
