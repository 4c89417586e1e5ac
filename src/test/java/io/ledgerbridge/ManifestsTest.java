package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests name no field that Kubernetes doesn't know, and the pod is as hard as it is said to be. */
class ManifestsTest {

    private static final Path K8S = Path.of("k8s");

    /** An item of a list that is a file or a folder. */
    private static final Pattern FILE = Pattern.compile("(?m)^ +- (?:path: )?([./\\w-]+)$");

    static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(K8S)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    // a patch: $retainKeys is kustomize's
                    .filter(file -> !file.endsWith("h2/deployment.yaml"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void hasOnlyFieldsThatKubernetesKnows(Path file) throws Exception {
        HasMetadata manifest = read(file);

        assertThat(manifest.getMetadata().getName()).isEqualTo("ledger-bridge");
        refuseUnknown(manifest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/h2", "overlays/postgres"})
    void findsEveryFileThatAKustomizationNames(String folder) throws Exception {
        String kustomization = Files.readString(K8S.resolve(folder).resolve("kustomization.yaml"));

        assertThat(FILE.matcher(kustomization).results().map(file -> file.group(1)))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(K8S.resolve(folder).resolve(file)).exists());
    }

    @Test
    void runsAsNobodyOnAFileSystemThatCantBeWritten() throws Exception {
        PodSpec pod = pod();
        Container container = pod.getContainers().get(0);

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    }

    @Test
    void isProbedAndLimited() throws Exception {
        Container container = pod().getContainers().get(0);

        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
        assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
    }

    @Test
    void carriesRoutesAndSettingsInAnImageThatRunsAsNobody() throws Exception {
        assertThat(Files.readAllLines(K8S.resolve("Dockerfile")))
                .contains("COPY target/ledger-bridge.jar application.yaml ./", "COPY routes/ routes/", "USER 10001");
    }

    private static PodSpec pod() throws IOException {
        return ((Deployment) read(K8S.resolve("base/deployment.yaml")))
                .getSpec()
                .getTemplate()
                .getSpec();
    }

    private static HasMetadata read(Path file) throws IOException {
        return new KubernetesSerialization().unmarshal(Files.readString(file), HasMetadata.class);
    }

    /** The model keeps what it doesn't know apart. */
    private static void refuseUnknown(Object part) throws ReflectiveOperationException, IntrospectionException {
        if (part instanceof Collection<?> parts) {
            for (Object each : parts) {
                refuseUnknown(each);
            }
        }
        if (!(part instanceof KubernetesResource)) {
            return;
        }
        for (PropertyDescriptor property :
                Introspector.getBeanInfo(part.getClass()).getPropertyDescriptors()) {
            Object value = property.getReadMethod() == null
                    ? null
                    : property.getReadMethod().invoke(part);
            if (property.getName().equals("additionalProperties")) {
                assertThat((Map<?, ?>) value)
                        .as("unknown fields of %s", part.getClass().getSimpleName())
                        .isEmpty();
            } else if (value != null) {
                refuseUnknown(value);
            }
        }
    }
}
