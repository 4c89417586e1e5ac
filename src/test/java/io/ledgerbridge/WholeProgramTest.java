package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That {@code mvn test} starts no whole program, and that every test is run by some command. */
class WholeProgramTest {

    /** Without the classes that they name, of which the names are enough. */
    private static final JavaClasses ALL = ArchConfiguration.withThreadLocalScope(reading -> {
        reading.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("io.ledgerbridge");
    });

    /** What starts one, a process of it, or a browser. */
    private static final Set<String> STARTS = Set.of(
            "io.ledgerbridge.Bench",
            "io.ledgerbridge.console.ConsoleBrowser",
            "io.ledgerbridge.HostileSides",
            "io.ledgerbridge.crash.Scenarios",
            "io.ledgerbridge.crash.Trial",
            "io.ledgerbridge.intake.ReceivingProgram",
            "io.ledgerbridge.sandbox.Sandbox",
            "io.ledgerbridge.security.Chromium",
            "org.springframework.boot.SpringApplication",
            "org.springframework.boot.builder.SpringApplicationBuilder",
            "org.springframework.boot.test.context.SpringBootTest");

    private static final String POSTGRESQL = "io.ledgerbridge.Databases.postgresql()";

    @Test
    void isSaidOfEveryTestThatStartsOne() {
        assertThat(tests()).hasSizeGreaterThan(150);
        assertThat(tests())
                .filteredOn(test -> startsOne(test) && !test.isAnnotatedWith(WholeProgram.class))
                .extracting(JavaClass::getName)
                .isEmpty();
    }

    /** Surefire leaves both tags out. */
    @Test
    void isSaidOfEveryTestThatStartsAPostgreSqlButThoseOnEachDatabase() {
        assertThat(tests())
                .filteredOn(test -> test.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTarget().getFullName().equals(POSTGRESQL)))
                .hasSizeGreaterThan(10)
                .filteredOn(test -> !test.isAnnotatedWith(WholeProgram.class))
                .extracting(JavaClass::getName)
                .isEmpty();
    }

    /** Surefire passes over what is abstract, and over classes within others. */
    @Test
    void isLeftOutNowhereByTheWayATestIsWritten() {
        assertThat(tests())
                .filteredOn(test -> test.getModifiers().contains(JavaModifier.ABSTRACT)
                        || test.getEnclosingClass().isPresent())
                .extracting(JavaClass::getName)
                .isEmpty();
    }

    /** Else nothing would run it. */
    @Test
    void isRunByAProfileWhereItIsTaggedForOne() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Map<String, Long> tags = tests().stream()
                .filter(test -> test.isAnnotatedWith(Tag.class))
                .collect(Collectors.groupingBy(
                        test -> test.getAnnotationOfType(Tag.class).value(), TreeMap::new, Collectors.counting()));
        assertThat(tags)
                .containsOnlyKeys(WholeProgram.TRIAL, WholeProgram.RELIABILITY, WholeProgram.SOAK)
                .containsEntry(WholeProgram.RELIABILITY, 11L)
                .containsEntry(WholeProgram.SOAK, 2L);
        assertThat(pom)
                .contains(
                        ">(whole-program | each-database | laws) &amp; (!trial | every-time) &amp; !reliability &amp; !soak<")
                .contains(">(whole-program | each-database | laws) &amp; !reliability &amp; !soak<")
                .contains(">whole-program | each-database | laws<")
                .contains(">trial | reliability<", ">soak<");
    }

    /** Or {@code mvn spring-boot:test-run} wouldn't know which program to start. */
    @Test
    void isTheOnlyOneAmongTheTestsWhereItIsTheSandbox() {
        assertThat(ALL)
                .filteredOn(type -> type.tryGetMethod("main", String[].class).isPresent())
                .extracting(JavaClass::getName)
                .containsExactly("io.ledgerbridge.sandbox.Sandbox");
    }

    private static List<JavaClass> tests() {
        return ALL.stream()
                .filter(type -> type.getSimpleName().endsWith("Test"))
                .toList();
    }

    private static boolean startsOne(JavaClass test) {
        return test.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .anyMatch(target -> STARTS.contains(target.getName()));
    }
}
