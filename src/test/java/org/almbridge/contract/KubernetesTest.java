package org.almbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The manifests are what Kubernetes takes, and fit the bridge: its ports, health, keys, and the time it needs to end. What takes
 * kubectl is skipped where there is none.
 */
class KubernetesTest {

    private static final Tool KUBECTL = new Tool("kubectl", "kubernetes-client");
    private static final String NAME = "app.kubernetes.io/name";

    private final List<HasMetadata> manifests = Manifests.all();
    private final PodSpec bridge = Manifests.bridge(manifests);
    private final Container container = bridge.getContainers().get(0);
    private final KnownKeys keys = new KnownKeys();

    @Test
    void everyManifestIsOfAKindAndFieldsThatKubernetesHas() {
        assertThat(manifests).hasSizeGreaterThan(6).noneMatch(GenericKubernetesResource.class::isInstance);
    }

    @Test
    void aFieldThatKubernetesDoesNotHaveIsNoticed() {
        String deployment = Manifests.text(Manifests.FOLDER.resolve("bridge/deployment.yaml"));
        assertThatThrownBy(() -> Manifests.read(deployment.replace("failureThreshold", "failureTreshold")))
                .hasMessageContaining("failureTreshold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge", "doctor", "single"})
    void kustomizeMakesWhatKubernetesTakes(String folder) throws Exception {
        List<HasMetadata> made = Manifests.read(
                KUBECTL.run("kustomize", Manifests.FOLDER.resolve(folder).toString()));
        String settings = Manifests.one(ConfigMap.class, made).getMetadata().getName();
        assertThat(settings).matches("alm-bridge-\\w{10}");
        assertThat(Manifests.pods(made)).singleElement().satisfies(pod -> {
            assertThat(pod.getSpec().getContainers().get(0).getImage())
                    .matches("registry\\.example\\.com/alm-bridge:\\d.*");
            assertThat(pod.getSpec()
                            .getVolumes()
                            .get(1)
                            .getProjected()
                            .getSources()
                            .get(0)
                            .getConfigMap()
                            .getName())
                    .isEqualTo(settings);
        });
    }

    @Test
    void aSingleBridgeHasItsLedgerOnAVolumeOfItsOwn() throws Exception {
        List<HasMetadata> made = Manifests.read(
                KUBECTL.run("kustomize", Manifests.FOLDER.resolve("single").toString()));
        Deployment single = Manifests.one(Deployment.class, made);
        String claim =
                Manifests.one(PersistentVolumeClaim.class, made).getMetadata().getName();
        assertThat(single.getSpec().getReplicas()).isOne();
        assertThat(single.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(Manifests.bridge(made).getVolumes().get(0)).satisfies(volume -> {
            assertThat(volume.getEmptyDir()).isNull();
            assertThat(volume.getPersistentVolumeClaim().getClaimName()).isEqualTo(claim);
        });
        assertThat(Manifests.bridge(made).getContainers().get(0).getEnv()).anySatisfy(variable -> {
            assertThat(variable.getName()).isEqualTo("BRIDGE_LEDGER_URL");
            assertThat(variable.getValue()).isEqualTo(KnownKeys.defaultOf("bridge.ledger.url"));
        });
        assertThat(Manifests.of(PodDisruptionBudget.class, made)).isEmpty();
    }

    @Test
    void portsAreThoseOfTheBridge() {
        Map<String, String> ports = container.getPorts().stream()
                .collect(Collectors.toMap(
                        ContainerPort::getName, port -> port.getContainerPort().toString()));
        assertThat(ports)
                .isEqualTo(Map.of(
                        "api", KnownKeys.defaultOf("quarkus.http.port"),
                        "management", KnownKeys.defaultOf("quarkus.management.port")));
        assertThat(Manifests.one(Service.class, manifests).getSpec().getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getTargetPort().getStrVal()).isEqualTo("api"));
        assertThat(Manifests.one(PodMonitor.class, manifests).getSpec().getPodMetricsEndpoints())
                .singleElement()
                .satisfies(endpoint -> assertThat(endpoint.getPort()).isEqualTo("management"));
        assertThat(Manifests.one(NetworkPolicy.class, manifests).getSpec().getIngress())
                .extracting(rule -> rule.getPorts().get(0).getPort().getStrVal())
                .containsExactlyInAnyOrder("api", "management");
    }

    @Test
    void probesAskWhatTheHandbookSays() {
        String handbook = Manifests.text(Path.of("docs/running.md"));
        assertThat(Map.of(
                        "a startup probe", container.getStartupProbe(),
                        "a liveness probe", container.getLivenessProbe(),
                        "the readiness probe of whoever shares out requests", container.getReadinessProbe()))
                .allSatisfy((use, probe) -> {
                    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
                    assertThat(handbook)
                            .containsPattern("\\| `" + probe.getHttpGet().getPath() + "` \\|.*\\| " + use);
                });
    }

    @Test
    void theBridgeHasTimeToEnd() {
        Probe ready = container.getReadinessProbe();
        assertThat(ready.getTimeoutSeconds()).isLessThanOrEqualTo(ready.getPeriodSeconds());
        int stop = Integer.parseInt(KnownKeys.defaultOf("bridge.shutdown.timeout-ms")) / 1000;
        assertThat(bridge.getTerminationGracePeriodSeconds())
                .isGreaterThan(container.getLifecycle().getPreStop().getSleep().getSeconds() + 2L * stop);
    }

    @Test
    void podsAreRestricted() {
        assertThat(Manifests.pods(manifests)).hasSize(2).allSatisfy(pod -> {
            PodSecurityContext context = pod.getSpec().getSecurityContext();
            assertThat(context.getRunAsNonRoot()).isTrue();
            assertThat(context.getRunAsUser()).isEqualTo(Dockerfile.USER);
            assertThat(context.getFsGroup()).isEqualTo(Dockerfile.USER);
            assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
            SecurityContext inside = pod.getSpec().getContainers().get(0).getSecurityContext();
            assertThat(inside.getAllowPrivilegeEscalation()).isFalse();
            assertThat(inside.getReadOnlyRootFilesystem()).isTrue();
            assertThat(inside.getCapabilities().getDrop()).containsExactly("ALL");
        });
    }

    @Test
    void whatIsWrittenIsOnTheVolumeOfTheImage() {
        assertThat(Manifests.pods(manifests))
                .allSatisfy(pod -> assertThat(
                                pod.getSpec().getContainers().get(0).getVolumeMounts())
                        .satisfiesExactly(
                                work -> assertThat(work.getMountPath()).isEqualTo(Dockerfile.WORK), config -> {
                                    assertThat(config.getMountPath()).isEqualTo(Dockerfile.WORK + "/config");
                                    assertThat(config.getReadOnly()).isTrue();
                                }));
    }

    @Test
    void everythingSelectsTheBridge() {
        Deployment deployment = Manifests.one(Deployment.class, manifests);
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        assertThat(labels).containsEntry(NAME, "alm-bridge");
        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        assertThat(Manifests.one(Service.class, manifests).getSpec().getSelector())
                .isEqualTo(labels);
        assertThat(Manifests.one(PodDisruptionBudget.class, manifests)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(labels);
        assertThat(Manifests.one(PodMonitor.class, manifests)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(labels);
        assertThat(bridge.getTopologySpreadConstraints())
                .isNotEmpty()
                .allSatisfy(spread ->
                        assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(labels));
        Map<String, String> guarded = Manifests.one(NetworkPolicy.class, manifests)
                .getSpec()
                .getPodSelector()
                .getMatchLabels();
        assertThat(Manifests.pods(manifests))
                .allSatisfy(pod -> assertThat(pod.getMetadata().getLabels()).containsAllEntriesOf(guarded));
    }

    @Test
    void everySettingIsOneThatTheBridgeKnows() {
        Map<String, String> settings = KnownKeys.properties(Manifests.FOLDER.resolve("common/application.properties"));
        assertThat(settings).hasSizeGreaterThan(10);
        assertThat(settings.keySet()).allMatch(keys::has);
        assertThat(Manifests.pods(manifests))
                .allSatisfy(
                        pod -> assertThat(pod.getSpec().getContainers().get(0).getEnv())
                                .isNotEmpty()
                                .allMatch(variable -> keys.hasVariable(variable.getName())));
    }

    @Test
    void secretsAreOnlyNamed() {
        assertThat(Manifests.of(Secret.class, manifests)).isEmpty();
        assertThat(KnownKeys.properties(Manifests.FOLDER.resolve("common/application.properties"))
                        .keySet())
                .noneMatch(key -> key.matches(".*(password|secret|token|passphrase|apiKey).*"));
        assertThat(Manifests.pods(manifests))
                .allSatisfy(pod -> assertThat(
                                pod.getSpec().getContainers().get(0).getEnvFrom())
                        .singleElement()
                        .satisfies(from ->
                                assertThat(from.getSecretRef().getName()).isEqualTo("alm-bridge")));
    }

    @Test
    void secretsAreAskedForByNamesThatTheBridgeKnows() {
        List<String> lines = Manifests.text(Path.of("deploy/secrets.env.example"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line).endsWith("=");
            assertThat(keys.hasVariable(line.replace("=", ""))).as(line).isTrue();
        });
    }
}
