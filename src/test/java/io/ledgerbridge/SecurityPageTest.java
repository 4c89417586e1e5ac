package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each component that docs/security.md names is in the bill of materials at that version: no row is stale. */
@WholeProgram
class SecurityPageTest {

    /** A component and, in the next column, its version. */
    private static final Pattern ROW = Pattern.compile("\\| `([\\w.-]+:[\\w.-]+)` \\| ([^| ]+) \\|");

    /** Kept out of the jar, which is why an advisory on it isn't reachable. */
    private static final List<String> KEPT_OUT = List.of("org.jolokia:jolokia-service-jsr160", "spring-security-ldap");

    private static final String BILL = """
            {"components": [{"group": "a.b", "name": "c", "version": "1.2"}]}
            """;

    @Test
    void namesOnlyWhatIsInTheJarAtThatVersion() throws IOException {
        String page = Files.readString(Path.of("docs/security.md"));
        Set<String> bill = components(bill());

        assertThat(rows(page)).hasSizeGreaterThan(5);
        assertThat(stale(page, bill)).isEmpty();
        assertThat(bill).noneMatch(component -> KEPT_OUT.stream().anyMatch(component::contains));
    }

    @Test
    void findsARowThatIsStale() throws IOException {
        Set<String> bill = components(new ObjectMapper().readTree(BILL));

        assertThat(stale("| CVE-1 | `a.b:c` | 1.2 | today | not used |", bill)).isEmpty();
        assertThat(stale("| CVE-1 | `a.b:c` | 1.1 | today | not used |", bill)).containsExactly("a.b:c:1.1");
        assertThat(stale("| CVE-1 | `a.b:d` | 1.2 | today | not used |", bill)).containsExactly("a.b:d:1.2");
    }

    private static List<String> stale(String page, Set<String> bill) {
        return rows(page).stream().filter(row -> !bill.contains(row)).toList();
    }

    private static List<String> rows(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> row.group(1) + ":" + row.group(2))
                .toList();
    }

    private static Set<String> components(JsonNode bill) {
        Set<String> components = new HashSet<>();
        bill.path("components")
                .forEach(each -> components.add(
                        each.path("group").asText() + ":" + each.path("name").asText() + ":"
                                + each.path("version").asText()));
        return components;
    }

    private static JsonNode bill() throws IOException {
        try (InputStream bill = SecurityPageTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            assumeTrue(bill != null || "true".equals(System.getenv("CI")), "Maven makes it");
            assertThat(bill).isNotNull();
            return new ObjectMapper().readTree(bill);
        }
    }
}
