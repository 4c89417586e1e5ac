package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** The manifests name no field that Kubernetes doesn't know, and the pod is as hard as it is said to be. */
@WholeProgram
class ManifestsTest {

    private static final Path K8S = Path.of("k8s");
    private static final Path KUBECTL = Path.of("/usr/bin/kubectl");

    /** An item of a list that is a file or a folder. */
    private static final Pattern FILE = Pattern.compile("(?m)^ +- (?:path: )?([./\\w-]+)$");

    private static final Pattern REPLICAS = Pattern.compile("\\{ name: ledger-bridge, count: (\\d+) }");

    private static final String IMPORT = "SPRING_CONFIG_IMPORT=configtree:/app/secrets/";

    private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", "ledger-bridge");

    static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(K8S)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
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

    /** kustomize knows no wildcards. */
    @ParameterizedTest
    @CsvSource({"routes, camel.yaml", "routes/sage-x3, jslt", "routes/sage-x3, graphql"})
    void takesEveryRouteAndTemplateAlong(String folder, String ending) throws Exception {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            assertThat(namedIn("base", folder + "/", "." + ending))
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> "../../" + file)
                            .filter(file -> file.endsWith("." + ending))
                            .toList());
        }
    }

    /** A ConfigMap is flat: the folder of the templates is made where they are mounted. */
    @Test
    void mountsEveryTemplateInItsFolder() throws Exception {
        assertThat(volume("routes").getProjected().getSources().stream()
                        .flatMap(source -> source.getConfigMap().getItems().stream()))
                .extracting(item -> "../../routes/" + item.getPath())
                .containsExactlyInAnyOrderElementsOf(namedIn("base", "routes/sage-x3/", ""));
    }

    @Test
    void runsAsNobodyOnAFileSystemThatCantBeWritten() throws Exception {
        assertThat(pod().getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod().getSecurityContext().getRunAsUser()).isEqualTo(10001);
        assertThat(pod().getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod().getAutomountServiceAccountToken()).isFalse();
        assertThat(container().getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container().getSecurityContext().getAllowPrivilegeEscalation())
                .isFalse();
        assertThat(container().getSecurityContext().getPrivileged()).isNull();
        assertThat(container().getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container().getSecurityContext().getCapabilities().getAdd()).isEmpty();
        assertThat(container().getVolumeMounts().stream()
                        .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                        .map(VolumeMount::getName))
                .containsExactly("tmp", "logs");
    }

    /** The kubelet bounds what is on the console by size alone, and evicts a pod whose volume is full. */
    @Test
    void boundsTheLogBySizeAndAge() throws Exception {
        String file = environment("LOGGING_FILE_NAME");
        VolumeMount mount = container().getVolumeMounts().stream()
                .filter(each -> each.getName().equals("logs"))
                .findFirst()
                .orElseThrow();
        DataSize all = DataSize.parse(environment("LOGGING_LOGBACK_ROLLINGPOLICY_TOTALSIZECAP"));
        DataSize one = DataSize.parse(environment("LOGGING_LOGBACK_ROLLINGPOLICY_MAXFILESIZE"));

        assertThat(file).startsWith(mount.getMountPath() + "/");
        assertThat(Integer.parseInt(environment("LOGGING_LOGBACK_ROLLINGPOLICY_MAXHISTORY")))
                .isBetween(7, 90);
        assertThat(volume("logs").getEmptyDir().getSizeLimit().getNumericalAmount())
                .isGreaterThan(BigDecimal.valueOf(all.toBytes() + 2 * one.toBytes()));
    }

    private static String environment(String name) throws IOException {
        return container().getEnv().stream()
                .filter(each -> each.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is missing"));
    }

    @Test
    void isProbedAndLimited() throws Exception {
        assertThat(container().getStartupProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
        assertThat(container().getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
        assertThat(container().getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
        assertThat(container().getResources().getLimits()).containsKeys("cpu", "memory");
        assertThat(container().getResources().getRequests()).containsKeys("cpu", "memory");
    }

    @Test
    void readsItsSecretsFromFilesAndNotFromTheEnvironment() throws Exception {
        assertThat(container().getEnvFrom()).isEmpty();
        assertThat(container().getEnv())
                .allSatisfy(each -> assertThat(each.getValueFrom()).isNull());
        assertThat(container().getEnv())
                .anySatisfy(each ->
                        assertThat(each.getName() + "=" + each.getValue()).isEqualTo(IMPORT));
        assertThat(container().getVolumeMounts())
                .anySatisfy(mount ->
                        assertThat(mount.getName() + " " + mount.getMountPath()).isEqualTo("secrets /app/secrets"));
        assertThat(volume("secrets").getSecret().getSecretName()).isEqualTo("ledger-bridge");
        assertThat(volume("secrets").getSecret().getDefaultMode()).isEqualTo(0440);
        assertThat(pod().getSecurityContext().getFsGroup()).isEqualTo(10001);
    }

    @Test
    void isReachedAtTheWebPortAloneAndReachesNoOtherThanItNeeds() throws Exception {
        NetworkPolicy policy = (NetworkPolicy) read(K8S.resolve("base/networkpolicy.yaml"));

        assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(policy.getSpec().getIngress())
                .flatMap(rule -> ports(rule.getPorts()))
                .containsExactly("http");
        assertThat(policy.getSpec().getEgress())
                .flatMap(rule -> ports(rule.getPorts()))
                .containsExactly("53", "53", "80", "443", "5432", "8124");
        assertThat(policy.getSpec().getIngress())
                .allSatisfy(rule -> assertThat(rule.getFrom())
                        .singleElement()
                        .satisfies(
                                peer -> assertThat(peer.getNamespaceSelector().getMatchLabels())
                                        .isNotEmpty()));
        assertThat(policy.getSpec().getEgress().get(1).getTo())
                .singleElement()
                .satisfies(peer -> assertThat(peer.getIpBlock().getExcept()).containsExactly("169.254.0.0/16"));
    }

    private static List<String> ports(List<NetworkPolicyPort> ports) {
        assertThat(ports).as("none would be all").isNotEmpty();
        return ports.stream().map(port -> port.getPort().getValue().toString()).toList();
    }

    @Test
    void stopsTheOneProcessOnH2BeforeTheNextStartsOnItsVolume() throws Exception {
        Deployment patch = (Deployment) read(K8S.resolve("overlays/h2/deployment.yaml"));
        PersistentVolumeClaim claim = (PersistentVolumeClaim) read(K8S.resolve("overlays/h2/volume.yaml"));
        PodSpec pod = patch.getSpec().getTemplate().getSpec();

        assertThat(replicas("h2")).isEqualTo(1);
        assertThat(patch.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(pod.getContainers())
                .flatMap(Container::getVolumeMounts)
                .extracting(mount -> mount.getName() + " " + mount.getMountPath())
                .containsExactly("data /app/data");
        assertThat(pod.getContainers())
                .extracting(Container::getName)
                .containsExactly(container().getName());
        assertThat(pod.getVolumes())
                .extracting(each ->
                        each.getName() + " " + each.getPersistentVolumeClaim().getClaimName())
                .containsExactly("data " + claim.getMetadata().getName());
        assertThat(claim.getSpec().getResources().getRequests()).containsKey("storage");
    }

    /** What hardens the pod stands in the base alone. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void softensNothingInAnOverlay(String overlay) throws Exception {
        try (Stream<Path> files = Files.list(K8S.resolve("overlays").resolve(overlay))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain("securityContext", "Probe:", "limits:");
            }
        }
    }

    @Test
    void keepsOneOfSeveralReplicasWithPostgreSql() throws Exception {
        PodDisruptionBudget budget =
                (PodDisruptionBudget) read(K8S.resolve("overlays/postgres/disruption-budget.yaml"));

        assertThat(replicas("postgres")).isGreaterThanOrEqualTo(2);
        assertThat(budget.getSpec().getMinAvailable().getIntVal()).isEqualTo(1);
        assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(LABELS);
    }

    /** Where kubectl is, which has kustomize in it. */
    @ParameterizedTest
    @CsvSource({
        "h2, 1, Recreate, data logs routes secrets settings templates-us tmp",
        "postgres, 2, none, logs routes secrets settings templates-us tmp"
    })
    void mergesEachOverlayIntoWhatKubernetesKnows(String overlay, int replicas, String strategy, String volumes)
            throws Exception {
        List<HasMetadata> merged = merged(Path.of(""), overlay);

        refuseUnknown(merged);
        DeploymentSpec deployment = only(Deployment.class, merged).getSpec();
        assertThat(deployment.getReplicas()).isEqualTo(replicas);
        assertThat(
                        deployment.getStrategy() == null
                                ? "none"
                                : deployment.getStrategy().getType())
                .isEqualTo(strategy);
        assertThat(deployment.getSelector().getMatchLabels()).isEqualTo(LABELS);
        PodSpec pod = deployment.getTemplate().getSpec();
        assertThat(pod.getVolumes()).extracting(Volume::getName).containsExactlyInAnyOrder(volumes.split(" "));
        assertThat(pod.getContainers().get(0).getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrder(volumes.split(" "));
        assertThat(pod.getContainers().get(0).getImage()).matches("ledger-bridge:[0-9.]+");
        assertThat(configMaps(merged)).containsAll(configMapsThatMustBe(pod));
    }

    /** As docs/sage-x3.md has it: the folder beside routes/, and the example in the kustomization without its #. */
    @Test
    void takesAStoresOwnTemplatesAlong(@TempDir Path folder) throws Exception {
        for (String from : List.of("k8s", "routes", "routes-x3", "application.yaml")) {
            FileSystemUtils.copyRecursively(Path.of(from), folder.resolve(from));
        }
        Files.createDirectories(folder.resolve("routes-x3/us"));
        for (String template : List.of("rest-answer.jslt", "rest-create.jslt", "rest-look-up.jslt")) {
            Files.copy(
                    folder.resolve("routes/sage-x3").resolve(template),
                    folder.resolve("routes-x3/us").resolve(template));
        }
        Path kustomization = folder.resolve("k8s/base/kustomization.yaml");
        String example = Files.readString(kustomization);
        Files.writeString(kustomization, example.replaceAll("(?m)^  # (?=( *- |  files:))", "  "));

        List<HasMetadata> merged = merged(folder, "postgres");

        String name = volume("templates-us", only(Deployment.class, merged))
                .getConfigMap()
                .getName();
        assertThat(name).startsWith("ledger-bridge-templates-us-");
        assertThat(merged)
                .filteredOn(each -> each.getMetadata().getName().equals(name))
                .singleElement(type(ConfigMap.class))
                .extracting(map -> map.getData().keySet())
                .isEqualTo(Set.of("rest-answer.jslt", "rest-create.jslt", "rest-look-up.jslt"));
    }

    /** A store that has none starts without the ConfigMap. */
    @Test
    void mountsAStoresOwnTemplatesWhereItsSettingFindsThem() throws Exception {
        assertThat(volume("templates-us").getConfigMap().getName()).isEqualTo("ledger-bridge-templates-us");
        assertThat(volume("templates-us").getConfigMap().getOptional()).isTrue();
        assertThat(container().getWorkingDir()).isEqualTo("/app");
        assertThat(container().getVolumeMounts())
                .anySatisfy(mount -> assertThat(mount.getName() + " " + mount.getMountPath())
                        .isEqualTo("templates-us /app/routes-x3/us"));
        assertThat(Files.readString(Path.of("docs/sage-x3.md"))).contains("templates: routes-x3/us");
    }

    /** As kubectl would send them. */
    private static List<HasMetadata> merged(Path root, String overlay) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(KUBECTL), "there is no kubectl");
        Process kustomize = new ProcessBuilder(
                        KUBECTL.toString(),
                        "kustomize",
                        "--load-restrictor",
                        "LoadRestrictionsNone",
                        root.resolve(K8S).resolve("overlays").resolve(overlay).toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(kustomize.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kustomize.waitFor()).as(printed).isZero();
        KubernetesSerialization yaml = new KubernetesSerialization();
        return Stream.of(printed.split("(?m)^---$"))
                .map(manifest -> yaml.<HasMetadata>unmarshal(manifest, HasMetadata.class))
                .toList();
    }

    private static <T extends HasMetadata> T only(Class<T> type, List<HasMetadata> manifests) {
        return manifests.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, other) -> fail("two of " + type))
                .orElseThrow();
    }

    private static List<String> configMaps(List<HasMetadata> manifests) {
        return manifests.stream()
                .filter(ConfigMap.class::isInstance)
                .map(map -> map.getMetadata().getName())
                .toList();
    }

    private static List<String> configMapsThatMustBe(PodSpec pod) {
        Stream<String> projected = pod.getVolumes().stream()
                .filter(volume -> volume.getProjected() != null)
                .flatMap(volume -> volume.getProjected().getSources().stream())
                .map(source -> source.getConfigMap().getName());
        Stream<String> whole = pod.getVolumes().stream()
                .map(Volume::getConfigMap)
                .filter(map -> map != null && !Boolean.TRUE.equals(map.getOptional()))
                .map(ConfigMapVolumeSource::getName);
        return Stream.concat(projected, whole).toList();
    }

    @Test
    void carriesRoutesAndSettingsInAnImageThatRunsAsNobody() throws Exception {
        assertThat(Files.readAllLines(K8S.resolve("Dockerfile")))
                .contains(
                        "COPY target/ledger-bridge.jar application.yaml ./",
                        "COPY routes/ routes/",
                        "COPY routes-x3/ routes-x3/",
                        "USER 10001");
    }

    private static int replicas(String overlay) throws IOException {
        Matcher count = REPLICAS.matcher(yaml("overlays/" + overlay + "/kustomization.yaml"));
        assertThat(count.find()).isTrue();
        return Integer.parseInt(count.group(1));
    }

    /** The files of a folder that a kustomization names. */
    private static List<String> namedIn(String folder, String where, String ending) throws IOException {
        return FILE.matcher(yaml(folder + "/kustomization.yaml"))
                .results()
                .map(file -> file.group(1))
                .filter(file -> file.matches("[./]*" + where + "[^/]*" + Pattern.quote(ending)))
                .toList();
    }

    private static Volume volume(String name) throws IOException {
        return volume(name, (Deployment) read(K8S.resolve("base/deployment.yaml")));
    }

    private static Volume volume(String name, Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Container container() throws IOException {
        assertThat(pod().getContainers()).hasSize(1);
        return pod().getContainers().get(0);
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

    private static String yaml(String file) throws IOException {
        return Files.readString(K8S.resolve(file));
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
