package org.almbridge.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is under deploy/kubernetes, as Kubernetes' own types; a field that they do not have is refused. */
final class Manifests {

    static final Path FOLDER = Path.of("deploy/kubernetes");

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                /** The types keep what they do not know; here it is a mistake. */
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            });

    private Manifests() {}

    /** All but what only kustomize reads. */
    static List<HasMetadata> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().matches(".*(?<!kustomization|\\.patch)\\.yaml"))
                    .sorted()
                    .flatMap(file -> read(text(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<HasMetadata> read(String yaml) {
        List<HasMetadata> manifests = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
            manifests.add(STRICT.convertValue(document, HasMetadata.class));
        }
        return manifests;
    }

    static <T extends HasMetadata> List<T> of(Class<T> type, List<HasMetadata> manifests) {
        return manifests.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only one. */
    static <T extends HasMetadata> T one(Class<T> type, List<HasMetadata> manifests) {
        List<T> found = of(type, manifests);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " manifests of " + type.getSimpleName());
        }
        return found.get(0);
    }

    static List<PodTemplateSpec> pods(List<HasMetadata> manifests) {
        return Stream.concat(
                        of(Deployment.class, manifests).stream()
                                .map(deployment -> deployment.getSpec().getTemplate()),
                        of(Job.class, manifests).stream()
                                .map(job -> job.getSpec().getTemplate()))
                .toList();
    }

    static PodSpec bridge(List<HasMetadata> manifests) {
        return one(Deployment.class, manifests).getSpec().getTemplate().getSpec();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
