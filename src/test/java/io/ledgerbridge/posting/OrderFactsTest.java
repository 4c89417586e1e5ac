package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFactsTest {

    private static final String MODIFIED = "2026-11-04T10:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "0, VOID",
        "5, VOID",
        "6, VOID",
        "1, PENDING",
        "7, PENDING",
        "12, PENDING",
        "2, CONFIRMED",
        "3, CONFIRMED",
        "4, CONFIRMED",
        "8, CONFIRMED",
        "9, CONFIRMED",
        "10, CONFIRMED",
        "11, CONFIRMED",
        "13, CONFIRMED",
        "14, CONFIRMED"
    })
    void aStatusIsJudgedByItsId(int statusId, ShopOrderStatus meaning) {
        assertThat(ShopOrderStatus.ofId(statusId)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 15, 99})
    void anIdThatBigCommerceDoesNotDocumentMeansNothing(int statusId) {
        assertThat(ShopOrderStatus.ofId(statusId)).isEmpty();
    }

    @Test
    void anOrderNeverSeenPendingHasNoConfirmation() {
        assertThat(after(OrderFacts.NONE, 11)).isEqualTo(OrderFacts.NONE);
    }

    @Test
    void anOrderReadPendingIsSeenPending() {
        assertThat(after(OrderFacts.NONE, 7)).isEqualTo(new OrderFacts(true, null));
    }

    @Test
    void theEventThatReportsTheConfirmationTellsItsTime() {
        OrderEvent confirmed = Shop.status(1, "2026-11-02T12:00:00Z", 7, 11);
        assertThat(after(OrderFacts.NONE, 11, confirmed))
                .isEqualTo(new OrderFacts(true, Instant.parse("2026-11-02T12:00:00Z")));
    }

    @Test
    void theFirstConfirmationCountsInWhateverOrderTheEventsCome() {
        OrderEvent first = Shop.status(1, "2026-11-02T12:00:00Z", 7, 11);
        OrderEvent again = Shop.status(2, "2026-11-03T12:00:00Z", 12, 9);
        assertThat(after(OrderFacts.NONE, 11, again, first, first).confirmedAt())
                .isEqualTo("2026-11-02T12:00:00Z");
    }

    @Test
    void withoutTheEventTheTimeIsThatOfTheLastChangeWhenFirstSeenConfirmed() {
        assertThat(after(new OrderFacts(true, null), 11).confirmedAt()).isEqualTo(MODIFIED);
    }

    @Test
    void onceKnownTheTimeStays() {
        OrderFacts known = new OrderFacts(true, Instant.parse("2026-11-01T00:00:00Z"));
        OrderEvent late = Shop.status(1, "2026-10-31T12:00:00Z", 7, 11);
        assertThat(after(known, 7, late)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"0, 11", "11, 2", "7, 5", "7, 1"})
    void aChangeThatIsNotFromPendingToConfirmedConfirmsNothing(int before, int after) {
        OrderFacts facts = after(OrderFacts.NONE, 5, Shop.status(1, "2026-11-02T12:00:00Z", before, after));
        assertThat(facts.confirmedAt()).isNull();
    }

    @Test
    void anOrderCancelledWhileItWaitedIsConfirmedWhenItIsRestored() {
        OrderEvent cancelled = Shop.status(1, "2026-11-02T12:00:00Z", 7, 5);
        OrderEvent restored = Shop.status(2, "2026-11-03T12:00:00Z", 5, 11);
        assertThat(after(OrderFacts.NONE, 11, restored, cancelled).confirmedAt())
                .isEqualTo("2026-11-03T12:00:00Z");
    }

    @Test
    void aRestorationBeforeTheOrderEverWaitedConfirmsNothing() {
        OrderEvent restored = Shop.status(1, "2026-11-02T12:00:00Z", 5, 11);
        OrderEvent waits = Shop.status(2, "2026-11-03T12:00:00Z", 11, 12);
        OrderEvent confirmed = Shop.status(3, "2026-11-03T13:00:00Z", 12, 11);
        assertThat(after(OrderFacts.NONE, 11, restored).confirmedAt()).isNull();
        assertThat(after(OrderFacts.NONE, 11, restored, waits, confirmed).confirmedAt())
                .isEqualTo("2026-11-03T13:00:00Z");
    }

    @Test
    void anEventWithoutStatusesTellsNothing() {
        assertThat(after(OrderFacts.NONE, 11, Shop.event(1, "statusUpdated", MODIFIED)))
                .isEqualTo(OrderFacts.NONE);
    }

    private static OrderFacts after(OrderFacts known, int status, OrderEvent... events) {
        Shop shop = new Shop();
        shop.status = status;
        shop.modified = Instant.parse(MODIFIED);
        return OrderFacts.after(known, shop.reading().order(), List.of(events));
    }
}
