package io.ledgerbridge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.ledgerbridge.bigcommerce.SignatureCheck;
import io.ledgerbridge.operations.ErrorsAreFailures;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.NullMarked;

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

    @ArchTest
    static final ArchRule CREDENTIALS_KNOW_THE_BOOKS = knowsOnly("credentials", "books", "ledger");

    @ArchTest
    static final ArchRule BOOKS_KNOW_THE_LEDGER = knowsOnly("books", "ledger");

    @ArchTest
    static final ArchRule BIGCOMMERCE_KNOWS_THE_BOOKS = knowsOnly("bigcommerce", "books", "ledger", "credentials");

    @ArchTest
    static final ArchRule SAGE_X3_KNOWS_THE_BOOKS = knowsOnly("sagex3", "books", "ledger", "credentials");

    @ArchTest
    static final ArchRule POSTING_KNOWS_BOTH_SIDES = knowsOnly("posting", "sagex3", "bigcommerce", "books", "ledger");

    @ArchTest
    static final ArchRule INBOX_KNOWS_POSTING =
            knowsOnly("inbox", "posting", "sagex3", "bigcommerce", "books", "ledger");

    @ArchTest
    static final ArchRule EVERY_CLASS_IS_IN_A_PACKAGE_OF_THE_DESIGN = classes()
            .that()
            .doNotBelongToAnyOf(LedgerBridge.class)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .resideInAnyPackage(within(
                    "ledger", "books", "bigcommerce", "posting", "sagex3", "inbox", "credentials", "operations"));

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    /** The domain is called by routes and calls none; operations may ask one, as a person at the console would. */
    @ArchTest
    static final ArchRule ROUTES_CALL_THE_DOMAIN = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".operations")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "send to endpoints or take from them",
                    type -> Stream.of(ProducerTemplate.class, FluentProducerTemplate.class, ConsumerTemplate.class)
                            .anyMatch(type::isAssignableTo)));

    @ArchTest
    static final ArchRule BEANS_DO_NOT_SEE_THE_EXCHANGE = noClasses()
            .that()
            .doNotBelongToAnyOf(SignatureCheck.class, ErrorsAreFailures.class)
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
            .doNotHaveFullyQualifiedName(ROOT + ".sagex3.Tokens")
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

    private static ArchRule knowsOnly(String name, String... known) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAnyPackage(within(Stream.concat(Stream.of(name), Arrays.stream(known))
                                .toArray(String[]::new))))));
    }

    private static String[] within(String... names) {
        return Arrays.stream(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
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
