package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.settings.SettingsFixture;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings that docs/accounting.md names have the defaults and the other values that it says. */
class DocumentedSettingsTest {

    private static final List<List<String>> ROWS =
            new AccountingPage().table("setting", "default").rows();

    private final PostingRules rules = Objects.requireNonNull(SettingsFixture.exampleWithout(
                            ROWS.stream().map(DocumentedSettingsTest::name).toArray(String[]::new))
                    .read()
                    .stores()
                    .get("us"))
            .rules();

    @ParameterizedTest
    @MethodSource("settings")
    void hasItsDefault(String setting, String standard) throws ReflectiveOperationException {
        assertThat(spelled(value(setting))).isEqualTo(AccountingPage.code(standard));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void mayHaveTheOtherValues(String setting, String standard, String others) throws ReflectiveOperationException {
        Object value = value(setting);
        Range range = component(setting).getAccessor().getAnnotation(Range.class);
        List<String> codes = AccountingPage.codes(others);
        if (value instanceof Enum<?> one) {
            assertThat(Stream.concat(Stream.of(AccountingPage.code(standard)), codes.stream()))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(one.getDeclaringClass().getEnumConstants())
                                    .map(DocumentedSettingsTest::spelled)
                                    .toList());
        } else if (range != null) {
            assertThat(codes).containsExactly(Long.toString(range.min()), Long.toString(range.max()));
        } else {
            assertThat(codes).isEmpty();
        }
    }

    private Object value(String setting) throws ReflectiveOperationException {
        return component(setting).getAccessor().invoke(owner(setting));
    }

    private RecordComponent component(String setting) {
        return Arrays.stream(owner(setting).getClass().getRecordComponents())
                .filter(component -> hyphenated(component.getName()).equals(setting.replaceFirst(".*\\.", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no setting " + setting));
    }

    private Object owner(String setting) {
        return setting.startsWith("journal.")
                ? rules.journal()
                : Objects.requireNonNull(rules.channels().get("1"));
    }

    static Stream<Object[]> settings() {
        return ROWS.stream().map(row -> new Object[] {AccountingPage.code(row.get(0)), row.get(1), row.get(2)});
    }

    private static String name(List<String> row) {
        return AccountingPage.code(row.get(0)).replaceFirst(".*\\.", "");
    }

    private static String spelled(Object value) {
        return value instanceof Enum<?> one
                ? one.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value.toString();
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
