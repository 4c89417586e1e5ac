package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerbridge.bigcommerce.Order;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of docs/accounting.md are what the planner makes of their readings, line for line. */
class DocumentedExamplesTest {

    private static final AccountingPage PAGE = new AccountingPage();

    @ParameterizedTest(name = "example {0}")
    @MethodSource("examples")
    void isPostedLineForLine(DocumentedExample example) {
        WorkedLife life = WorkedLives.of(example.number());
        assertThat(life.entries()).containsExactlyElementsOf(example.entries().values());
        assertThat(life.read(life.latest()).lastPlan().journals()).isEmpty();
    }

    @ParameterizedTest(name = "example {0}")
    @MethodSource("examples")
    void leavesWhatItsLastColumnSays(DocumentedExample example) {
        if (example.entries().size() > 1) {
            assertThat(WorkedLives.of(example.number()).left()).containsExactlyElementsOf(example.left());
        }
    }

    @Test
    void everyLifeHasItsExample() {
        assertThat(examples())
                .extracting(DocumentedExample::number)
                .containsExactlyInAnyOrderElementsOf(WorkedLives.numbers());
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("figures")
    void namesTheFiguresOfItsOrders(String figure, String order, String value) throws ReflectiveOperationException {
        Shop shop = Objects.requireNonNull(WorkedLives.ORDERS.get(order), order).get();
        Object read = component(figure).getAccessor().invoke(shop.reading().order());
        if (read instanceof BigDecimal amount) {
            assertThat(amount).isEqualByComparingTo(value);
        } else {
            assertThat(read).isEqualTo(value);
        }
    }

    @Test
    void namesEveryOrder() {
        List<String> header = PAGE.table("figure").header();
        assertThat(header.subList(1, header.size())).containsExactlyInAnyOrderElementsOf(WorkedLives.ORDERS.keySet());
    }

    private static RecordComponent component(String figure) {
        return Arrays.stream(Order.class.getRecordComponents())
                .filter(component -> {
                    JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
                    return name != null && name.value().equals(figure);
                })
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an order has no " + figure));
    }

    static Collection<DocumentedExample> examples() {
        return DocumentedExample.all().values();
    }

    static Stream<Arguments> figures() {
        AccountingPage.Table table = PAGE.table("figure");
        return table.rows().stream().flatMap(row -> cells(table.header(), row));
    }

    private static Stream<Arguments> cells(List<String> header, List<String> row) {
        return Stream.iterate(1, column -> column < header.size(), column -> column + 1)
                .map(column -> Arguments.of(AccountingPage.code(row.get(0)), header.get(column), row.get(column)));
    }
}
