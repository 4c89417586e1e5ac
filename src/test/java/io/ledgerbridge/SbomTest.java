package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials that travels in the jar. Maven makes one: without it the test is skipped, but never in CI. */
@WholeProgram
class SbomTest {

    private static final Pattern TEST_SCOPED =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*(?:<version>[^<]*</version>\\s*)?<scope>test</scope>");

    @Test
    void namesWhatIsInTheJarAndNothingThatOnlyTestsUse() throws IOException {
        JsonNode bill = bill();
        List<String> components = bill.path("components").findValuesAsText("name");
        List<String> testScoped = TEST_SCOPED
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(dependency -> dependency.group(1))
                .toList();

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("ledger-bridge");
        assertThat(components).contains("camel-core-engine", "spring-boot-starter-web", "h2", "postgresql", "tink");
        assertThat(testScoped).contains("spring-boot-starter-test", "jqwik");
        assertThat(components)
                .doesNotContainAnyElementsOf(testScoped)
                .doesNotContain("junit-jupiter-api", "assertj-core");
    }

    private static JsonNode bill() throws IOException {
        try (InputStream bill = SbomTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            assumeTrue(bill != null || "true".equals(System.getenv("CI")), "Maven makes it");
            assertThat(bill).isNotNull();
            return new ObjectMapper().readTree(bill);
        }
    }
}
