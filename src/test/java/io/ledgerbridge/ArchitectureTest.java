package io.ledgerbridge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.ledgerbridge.bigcommerce.signatures.SignatureCheck;
import io.ledgerbridge.operations.ErrorsAreFailures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.RoutePolicy;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between the packages, and what no class of the program does. */
@AnalyzeClasses(packagesOf = LedgerBridge.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.ledgerbridge";

    @ArchTest
    static final ArchRule LEDGER_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage(ROOT + ".ledger")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ROOT + ".ledger");

    /** Each package, and those that it may name. A package is named after those that it names. */
    private static final Map<String, Set<String>> ARROWS = arrows("""
            ledger:
            faults:
            database:
            logging:
            http: faults
            credentials: faults logging
            books: ledger faults database logging credentials
            bigcommerce: ledger faults database logging http credentials
            hooks: faults database bigcommerce
            posting: ledger faults books bigcommerce
            sagex3: ledger faults database logging http credentials books
            mappings: ledger database logging books posting
            queue: ledger faults database logging books bigcommerce posting
            readings: ledger faults database books bigcommerce posting mappings queue
            work: ledger faults database logging http books bigcommerce posting sagex3 queue readings
            intake: database http bigcommerce hooks queue
            parked: faults database logging books bigcommerce posting queue readings work
            approvals: ledger database logging books posting queue parked
            notes: logging books queue
            privacy: database books queue
            evidence: database books
            catchup: ledger faults database logging http books bigcommerce posting sagex3 queue work parked approvals
            orders: ledger faults database bigcommerce posting sagex3 queue work catchup
            retention: database posting
            anchoring: database books posting retention
            alerts: faults http credentials books
            notices: alerts faults database parked posting queue sagex3 work
            settings: alerts approvals ledger logging http credentials books bigcommerce hooks posting sagex3 queue work catchup retention
            frontdoor: http settings
            security: logging credentials sagex3 settings
            operations: faults database logging http credentials books bigcommerce hooks posting sagex3 queue work settings
            health: faults logging books bigcommerce sagex3 queue work parked operations
            api: ledger faults logging credentials books bigcommerce hooks posting sagex3 queue work parked approvals privacy evidence catchup operations health mappings readings notes orders settings
            console: ledger faults credentials orders books bigcommerce hooks posting sagex3 queue work parked approvals privacy catchup operations health mappings readings notes api
            start: alerts http credentials books bigcommerce hooks posting mappings sagex3 queue work catchup retention settings operations approvals
            """);

    @ArchTest
    static void arrowsGoOneWay(JavaClasses program) {
        ARROWS.forEach((name, known) -> knowsOnly(name, known).check(program));
    }

    @Test
    void oneTypeWritesTheQueue() throws IOException {
        Pattern write = Pattern.compile("(UPDATE|INSERT INTO|DELETE FROM)\\s+due_order\\b", Pattern.CASE_INSENSITIVE);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> write.matcher(read(file)).find()))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("DueOrderRows.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void namesEachPackageAfterThoseThatItKnows() {
        Set<String> before = new HashSet<>();
        ARROWS.forEach((name, known) -> {
            assertThat(before).as(name).containsAll(known);
            before.add(name);
        });
    }

    @ArchTest
    static final ArchRule EVERY_CLASS_IS_IN_A_PACKAGE_OF_THE_DESIGN = classes()
            .that()
            .doNotBelongToAnyOf(LedgerBridge.class)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .resideInAnyPackage(within(ARROWS.keySet()));

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    /** The domain is called by routes and calls none; operations may ask one, as a person at the console would. */
    @ArchTest
    static final ArchRule ROUTES_CALL_THE_DOMAIN = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".operations..", ROOT + ".api..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "send to endpoints or take from them",
                    type -> Stream.of(ProducerTemplate.class, FluentProducerTemplate.class, ConsumerTemplate.class)
                            .anyMatch(type::isAssignableTo)));

    @ArchTest
    static final ArchRule BEANS_DO_NOT_SEE_THE_EXCHANGE = noClasses()
            .that()
            .doNotBelongToAnyOf(SignatureCheck.class, ErrorsAreFailures.class)
            .and()
            .areNotAssignableTo(RoutePolicy.class)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are Camel's messages or their processors",
                    type -> Stream.of(Exchange.class, Message.class, Processor.class)
                            .anyMatch(type::isEquivalentTo)));

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.apache.camel.EndpointInject")
            .orShould()
            .beAnnotatedWith("org.apache.camel.BeanInject");

    @ArchTest
    static final ArchRule STATICS_STAY_AS_THEY_ARE =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe(
                    "asks the machine for the time", call -> asksTheMachine(call.getTarget())));

    /** Nimbus takes nothing else for the claims of a token; nowhere else is a Date. */
    @ArchTest
    static final ArchRule INSTANTS_ARE_INSTANTS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".sagex3.login.ConnectedAppToken")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are java.util.Date or Calendar",
                    type -> type.isEquivalentTo(java.util.Date.class)
                            || type.isEquivalentTo(java.util.Calendar.class)));

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getName() + " is in a package that is not @NullMarked"));
                }
            });

    private static Map<String, Set<String>> arrows(String lines) {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(":")).forEach(line -> arrows.put(line[0], words(line)));
        return arrows;
    }

    private static Set<String> words(String... line) {
        return line.length == 1 ? Set.of() : Set.of(line[1].strip().split(" "));
    }

    private static ArchRule knowsOnly(String name, Set<String> known) {
        Set<String> allowed = new HashSet<>(known);
        allowed.add(name);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(within(allowed)))));
    }

    private static String[] within(Set<String> names) {
        return names.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    /** {@code now()} of java.time without a clock, {@code new Date()}, {@code System.currentTimeMillis()}. */
    private static boolean asksTheMachine(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean date = owner.equals("java.util.Date")
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
        return now
                || date
                || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"));
    }
}
