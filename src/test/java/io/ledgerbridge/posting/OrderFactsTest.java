package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.CREATED;
import static io.ledgerbridge.posting.Shop.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When an order was first confirmed, which is its date for good. */
class OrderFactsTest {

    private static final String EARLY = "2026-11-02T12:00:00Z";
    private static final String LATE = "2026-11-03T12:00:00Z";
    private static final String LATER = "2026-11-04T12:00:00Z";

    @Test
    void anOrderThatNeverWaitedWasConfirmedWhenItWasCreated() {
        assertThat(confirmedAt(read(11), 11)).contains(CREATED);
    }

    @Test
    void anOrderThatWaitsOrIsCancelledIsNotConfirmed() {
        assertThat(confirmedAt(read(7), 7)).isEmpty();
        assertThat(confirmedAt(read(12), 12)).isEmpty();
        assertThat(confirmedAt(read(5), 5)).isEmpty();
    }

    @Test
    void theFirstEventToAConfirmedStatusGivesTheDate() {
        for (int before : new int[] {0, 1, 5, 6, 7, 12}) {
            assertThat(confirmedAt(read(11), 11, status(1, EARLY, before, 11)))
                    .as("from %d", before)
                    .contains(Instant.parse(EARLY));
        }
    }

    @Test
    void inWhateverOrderAndHoweverOftenEventsCome() {
        OrderEvent first = status(2, EARLY, 7, 11);
        OrderEvent again = status(1, LATE, 12, 11);
        assertThat(confirmedAt(read(7, 11), 11, again, first, first)).contains(Instant.parse(EARLY));
        assertThat(confirmedAt(read(7, 11), 11, first, again)).contains(Instant.parse(EARLY));
    }

    @Test
    void aLateEventCorrectsTheDate() {
        OrderFacts facts = read(7, 11);
        assertThat(confirmedAt(facts, 11)).contains(CREATED.plusSeconds(11));
        assertThat(confirmedAt(facts, 11, status(1, EARLY, 7, 11))).contains(Instant.parse(EARLY));
    }

    @Test
    void anOrderWhoseHistoryBeginsConfirmedWasConfirmedWhenItWasCreated() {
        OrderEvent held = status(1, EARLY, 11, 12);
        OrderEvent released = status(2, LATE, 12, 11);
        assertThat(confirmedAt(read(11), 11, released, held)).contains(CREATED);
        assertThat(confirmedAt(read(12, 11), 11, released, held)).contains(CREATED);
        assertThat(confirmedAt(read(12), 12, held)).contains(CREATED);
    }

    /** Under immediate recognition nothing moves, least of all over a year's end. */
    @Test
    void anOrderThatIsReadWaitingAfterItWasReadConfirmedKeepsItsDate() {
        assertThat(confirmedAt(read(11, 7, 11), 11)).contains(CREATED);
        assertThat(confirmedAt(read(11, 7, 11), 11, status(1, EARLY, 11, 7), status(2, LATE, 7, 11)))
                .contains(CREATED);
    }

    @Test
    void unlessItWasReadWaitingBefore() {
        OrderEvent held = status(1, EARLY, 11, 7);
        OrderEvent released = status(2, LATE, 7, 11);
        assertThat(confirmedAt(read(7, 11), 11, held, released)).contains(Instant.parse(LATE));
    }

    @Test
    void withoutAnEventTheFirstReadingThatShowedItConfirmedGivesTheDateAndStays() {
        OrderFacts facts = read(7, 11, 2, 10);
        assertThat(confirmedAt(facts, 10)).contains(CREATED.plusSeconds(11));
    }

    @Test
    void aCancellationTakesNoConfirmationAway() {
        OrderEvent confirmed = status(1, EARLY, 7, 11);
        OrderEvent cancelled = status(2, LATE, 11, 5);
        OrderEvent restored = status(3, LATER, 5, 11);
        assertThat(confirmedAt(read(7, 5), 5, confirmed, cancelled)).contains(Instant.parse(EARLY));
        assertThat(confirmedAt(read(7, 5, 11), 11, restored, cancelled, confirmed))
                .contains(Instant.parse(EARLY));
    }

    @Test
    void anEventWithoutStatusesTellsNothing() {
        assertThat(confirmedAt(read(11), 11, Shop.event(1, "statusUpdated", EARLY)))
                .contains(CREATED);
    }

    private static OrderFacts read(int... statuses) {
        OrderFacts facts = OrderFacts.NONE;
        for (int status : statuses) {
            facts = facts.with(order(status));
        }
        return facts;
    }

    private static Optional<Instant> confirmedAt(OrderFacts facts, int status, OrderEvent... events) {
        return facts.confirmedAt(order(status), List.of(events));
    }

    /** Each status is modified at a time of its own. */
    private static Order order(int status) {
        Shop shop = new Shop();
        shop.status = status;
        shop.modified = CREATED.plusSeconds(status);
        return shop.reading().order();
    }
}
