package io.ledgerbridge.start.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;

/** A copy of routes/ that an operator has changed, and what the start would say of it. */
final class ChangedRoutes {

    private static final DefaultListableBeanFactory BEANS = beans();

    private static final DefaultCamelContext CAMEL = RouteChecks.camel();

    private final Path folder;
    private Set<String> interfaces = Set.of("graphql", "rest", "soap");

    private ChangedRoutes(Path folder) {
        this.folder = folder;
    }

    static ChangedRoutes in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return new ChangedRoutes(folder);
    }

    ChangedRoutes change(String stem, String from, String to) throws IOException {
        String text = Files.readString(file(stem));
        assertThat(text).contains(from);
        return write(stem + ".camel.yaml", text.replace(from, to));
    }

    /** Changes only the first of those. */
    ChangedRoutes changeFirst(String stem, String from, String to) throws IOException {
        String text = Files.readString(file(stem));
        int at = text.indexOf(from);
        assertThat(at).isNotNegative();
        return write(stem + ".camel.yaml", text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** Has a bean of the files called in its place, wherever it is called. */
    ChangedRoutes withoutCall(String call) throws IOException {
        String[] named = call.split("\\.", 2);
        for (Path file : yaml()) {
            String text = Files.readString(file);
            Files.writeString(
                    file, text.replaceAll("ref: %s(\\s+method: %s\\b)".formatted(named[0], named[1]), "ref: other$1"));
        }
        return write("my-beans.camel.yaml", "- beans:\n    - name: other\n      type: java.lang.Object\n");
    }

    /** The calls of beans whose methods are all void. */
    Set<String> callsThatAnswerNothing() {
        return RouteFiles.read("file:" + folder + "/*.camel.yaml", new SetupFaults())
                .places()
                .map(RequiredCalls::call)
                .filter(call -> !call.isEmpty() && answersNothing(call.split("\\.", 2)))
                .collect(Collectors.toSet());
    }

    private static boolean answersNothing(String[] call) {
        Class<?> bean = Objects.requireNonNull(BEANS.getType(call[0], false), call[0]);
        return Arrays.stream(bean.getMethods())
                .filter(method -> method.getName().equals(call[1]))
                .allMatch(method -> method.getReturnType() == void.class);
    }

    private List<Path> yaml() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).toList();
        }
    }

    /** From 1. */
    int firstChangedLine(String stem) throws IOException {
        List<String> before = Files.readAllLines(Path.of("routes", stem + ".camel.yaml"));
        List<String> after = Files.readAllLines(file(stem));
        int line = 0;
        while (before.get(line).equals(after.get(line))) {
            line++;
        }
        return line + 1;
    }

    ChangedRoutes write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    ChangedRoutes delete(String stem) throws IOException {
        Files.delete(file(stem));
        return this;
    }

    /** The interfaces of Sage X3 that stores have. */
    ChangedRoutes usedBy(String... apis) {
        interfaces = Set.of(apis);
        return this;
    }

    private Path file(String stem) {
        return folder.resolve(stem + ".camel.yaml");
    }

    SetupFaults look() {
        SetupFaults faults = new SetupFaults();
        RouteFiles routes = RouteFiles.read("file:" + folder + "/*.camel.yaml", faults);
        new RouteChecks(CAMEL, BEANS, new StandardEnvironment()).check(routes, interfaces, faults);
        return faults;
    }

    /** Without the folder, which is a test's own. */
    Stream<String> faults() {
        return look().faults().stream().map(this::shortened);
    }

    Stream<String> warnings() {
        return look().warnings().stream().map(this::shortened);
    }

    private String shortened(String line) {
        return line.replace(folder + "/", "").replace(folder.toString(), "FOLDER");
    }

    /** Every bean that the program's own classes declare, none of them made. */
    private static DefaultListableBeanFactory beans() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        AnnotationBeanNameGenerator names = new AnnotationBeanNameGenerator();
        for (var definition :
                new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents("io.ledgerbridge")) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), null);
            beans.registerBeanDefinition(names.generateBeanName(definition, beans), new RootBeanDefinition(type));
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Bean.class))
                    .forEach(method -> beans.registerBeanDefinition(
                            method.getName(), new RootBeanDefinition(method.getReturnType())));
        }
        return beans;
    }
}
