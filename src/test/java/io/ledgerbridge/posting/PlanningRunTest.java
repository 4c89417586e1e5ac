package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.event;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.status;
import static io.ledgerbridge.posting.Shop.units;
import static io.ledgerbridge.posting.WorkedExamplesTest.orderWithEverything;
import static io.ledgerbridge.posting.WorkedExamplesTest.refundOfOneUnit;
import static io.ledgerbridge.posting.WorkedExamplesTest.refundOfTheRest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.References;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accounting rules' "When" and "Working an order". */
class PlanningRunTest {

    private final Settings settings = new Settings();
    private final Bookkeeping books = new Bookkeeping(settings);
    private final Shop shop = new Shop().product(1, "2", "50.00", "20.00").totals("110.00", "10.00");

    // When

    @Test
    void anOrderNeverSeenPendingIsDatedWhenItWasCreated() {
        assertWorked("BC250 2026-10-31: receivable 110.00 · revenue -100.00 · sales-tax -10.00");
    }

    @ParameterizedTest
    @CsvSource({
        "America/Chicago, 2026-11-01T04:59:59Z, 2026-10-31",
        "America/Chicago, 2026-11-01T05:00:00Z, 2026-11-01",
        "Asia/Tokyo, 2026-10-31T15:00:00Z, 2026-11-01"
    })
    void theStoresZoneMakesTheDate(String zone, String created, String date) {
        settings.zone = ZoneId.of(zone);
        shop.created = Instant.parse(created);
        assertThat(new Bookkeeping(settings)
                        .work(shop)
                        .journals()
                        .get(0)
                        .entry()
                        .accountingDate())
                .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 12})
    void aPendingOrderIsEnteredAtOnceWhenRecognitionIsImmediate(int pending) {
        shop.status = pending;
        assertWorked("BC250 2026-10-31: receivable 110.00 · revenue -100.00 · sales-tax -10.00");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 12})
    void aPendingOrderIsHeldWhenRecognitionIsOnConfirmation(int pending) {
        Bookkeeping held = onConfirmation();
        shop.status = pending;
        assertThat(held.work(shop).decision()).isEqualTo(Decision.HOLD);
        held.told(status(1, "2026-11-02T12:00:00Z", pending, 11));
        shop.status = 11;
        assertThat(Bookkeeping.shown(held.work(shop)))
                .containsExactly("BC250 2026-11-02: receivable 110.00 · revenue -100.00 · sales-tax -10.00");
    }

    @Test
    void aHeldOrderThatIsCancelledMakesNoEntry() {
        Bookkeeping held = onConfirmation();
        shop.status = 7;
        held.work(shop);
        shop.status = 6;
        assertThat(held.work(shop).decision()).isEqualTo(Decision.IGNORE);
    }

    @Test
    void aHeldOrderWithARefundThatCountsWasPaidAndIsEntered() {
        Bookkeeping held = onConfirmation();
        shop.status = 7;
        assertThat(held.work(shop.refund(ofOneUnit())).journals()).hasSize(2);
    }

    @Test
    void anOrderSetBackToPendingIsTakenBackAndHeldWhenRecognitionIsOnConfirmation() {
        Bookkeeping held = onConfirmation();
        held.work(shop);
        shop.status = 7;
        assertThat(held.work(shop).journals()).hasSize(1);
        assertThat(held.byAccount()).isEmpty();
        assertThat(held.work(shop).decision()).isEqualTo(Decision.HOLD);
    }

    @Test
    void withoutItsEventAConfirmationIsDatedByTheOrdersLastChange() {
        shop.status = 7;
        books.work(shop);
        shop.status = 11;
        shop.modified = Instant.parse("2026-11-03T12:00:00Z");
        assertThat(books.work(shop).journals())
                .extracting(draft -> draft.entry().accountingDate().toString())
                .containsExactly("2026-10-31", "2026-11-03");
        shop.modified = Instant.parse("2026-11-20T12:00:00Z");
        assertNothingToPost();
    }

    @Test
    void aConfirmationOnTheSameDayMovesNothing() {
        shop.status = 7;
        books.work(shop);
        books.told(status(1, "2026-10-31T20:00:00Z", 7, 11));
        shop.status = 11;
        assertNothingToPost();
    }

    @Test
    void aMoveTakesEachDateOfTheOrderPartBackAndLeavesRefunds() {
        shop.status = 7;
        books.work(shop);
        shop.handling = new BigDecimal("5.00");
        shop.modified = Instant.parse("2026-11-01T12:00:00Z");
        books.work(shop.totals("115.00", "10.00"));
        books.work(shop.refund(ofOneUnit()));
        books.told(status(1, "2026-11-05T12:00:00Z", 7, 11));
        shop.status = 11;
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly(
                        "BC250-V1 2026-10-31: receivable -110.00 · revenue 100.00 · sales-tax 10.00",
                        "BC250-V2 2026-11-01: receivable -5.00 · handling 5.00",
                        "BC250-A2 2026-11-05: receivable 115.00 · revenue -100.00 · handling -5.00"
                                + " · sales-tax -10.00");
        assertNothingToPost();
    }

    @Test
    void anEntryThatWasRolledForwardIsNotMoved() {
        Plan plan = books.work(shop);
        books.journals.clear();
        books.post(RollForward.of(plan.journals().get(0), 2));
        assertNothingToPost();
    }

    @Test
    void anOrderThatIsConfirmedAndChangedAtOnceMovesAsItShouldBe() {
        shop.status = 7;
        books.work(shop);
        books.told(status(1, "2026-11-05T12:00:00Z", 7, 11));
        shop.status = 11;
        shop.handling = new BigDecimal("5.00");
        assertThat(Bookkeeping.shown(books.work(shop.totals("115.00", "10.00"))))
                .containsExactly(
                        "BC250-V1 2026-10-31: receivable -110.00 · revenue 100.00 · sales-tax 10.00",
                        "BC250-A1 2026-11-05: receivable 115.00 · revenue -100.00 · handling -5.00"
                                + " · sales-tax -10.00");
    }

    @Test
    void aMoveOfWhichOnlyTheReversalArrivedIsFinishedOnItsDate() {
        shop.status = 7;
        books.work(shop);
        books.told(status(1, "2026-11-05T12:00:00Z", 7, 11));
        shop.status = 11;
        books.work(shop);
        books.journals.remove(2);
        assertWorked("BC250-A1 2026-11-05: receivable 110.00 · revenue -100.00 · sales-tax -10.00");
    }

    // Edits

    @Test
    void anEditThatChangesNothingPostsNothing() {
        books.work(shop);
        shop.modified = Instant.parse("2026-11-20T12:00:00Z");
        books.told(event(1, "updated", "2026-11-20T12:00:00Z"));
        assertNothingToPost();
    }

    @Test
    void anEditThatAddsAnItem() {
        books.work(shop);
        shop.product(2, "1", "30.00", "0").totals("143.00", "13.00");
        assertWorked("BC250-A1 2026-10-31: receivable 33.00 · revenue -30.00 · sales-tax -3.00");
    }

    @Test
    void anEditThatRemovesAnItem() {
        books.work(shop);
        shop.withoutProducts().product(1, "1", "50.00", "20.00").totals("55.00", "5.00");
        assertWorked("BC250-A1 2026-10-31: receivable -55.00 · revenue 50.00 · sales-tax 5.00");
    }

    @Test
    void anEditThatGivesADiscount() {
        books.work(shop);
        shop.coupon = new BigDecimal("20.00");
        shop.totals("88.00", "8.00");
        assertWorked("BC250-A1 2026-10-31: receivable -22.00 · discounts 20.00 · sales-tax 2.00");
    }

    @Test
    void anEditOfPriceAndDiscountThatLeavesTheTotalMovesBetweenTheTwo() {
        books.work(shop);
        shop.withoutProducts().product(1, "2", "60.00", "20.00");
        shop.coupon = new BigDecimal("20.00");
        assertWorked("BC250-A1 2026-10-31: discounts 20.00 · revenue -20.00");
    }

    @Test
    void anEditAfterAPartialRefundLeavesTheRefundAsItIs() {
        Shop order = orderWithEverything().refund(refundOfOneUnit());
        books.work(order);
        order.shipping = new BigDecimal("20.00");
        order.totals("166.71", "12.71");
        assertThat(Bookkeeping.shown(books.work(order)))
                .containsExactly("BC250-A1 2026-10-31: receivable 8.66 · shipping -8.00 · sales-tax -0.66");
    }

    @Test
    void anEditThatChangesTheDiscountsProportionMovesTheSplitOfAPostedRefund() {
        Shop order = orderWithEverything().refund(refundOfOneUnit());
        books.work(order);
        order.product(3, "1", "60.00", "0").totals("218.05", "12.05");
        assertThat(Bookkeeping.shown(books.work(order)))
                .containsExactly("BC250-A1 2026-10-31: receivable 60.00 · discounts 1.50 · revenue -61.50");
        assertThat(books.journals.get(2).entry().description()).isEqualTo("Order 250, split of refund 7");
    }

    @Test
    void anEditThatMakesARefundTheLastOneLeavesNothing() {
        Shop order = orderWithEverything().refund(refundOfOneUnit());
        books.work(order);
        order.withoutProducts().product(1, "1", "50.00", "20.00").totals("53.04", "4.04");
        order.coupon = new BigDecimal("5.00");
        order.shipping = new BigDecimal("4.00");
        order.handling = BigDecimal.ZERO;
        order.wrapping = BigDecimal.ZERO;
        order.giftCertificate = BigDecimal.ZERO;
        order.storeCredit = BigDecimal.ZERO;
        books.work(order);
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void anEditToNothingAndBackKeepsCounting() {
        books.work(shop);
        shop.withoutProducts().totals("0.00", "0.00");
        assertWorked("BC250-A1 2026-10-31: receivable -110.00 · revenue 100.00 · sales-tax 10.00");
        shop.product(1, "1", "50.00", "0").totals("50.00", "0.00");
        assertWorked("BC250-A2 2026-10-31: receivable 50.00 · revenue -50.00");
        assertNothingToPost();
    }

    @Test
    void anEditIsDatedByTheEventThatReportsIt() {
        books.told(event(1, "created", "2026-10-31T15:00:00Z"));
        books.work(shop);
        books.told(event(2, "updated", "2026-11-04T12:00:00Z"));
        shop.handling = new BigDecimal("5.00");
        shop.modified = Instant.parse("2026-11-09T12:00:00Z");
        JournalDraft edit =
                books.work(shop.totals("115.00", "10.00")).journals().get(0);
        assertThat(edit.entry().accountingDate()).isEqualTo("2026-11-04");
        assertThat(edit.event()).isEqualTo(2);
    }

    @Test
    void anEditWhoseEventNeverCameIsDatedByTheOrdersLastChange() {
        books.told(event(1, "updated", "2026-10-31T15:00:00Z"));
        books.work(shop);
        shop.handling = new BigDecimal("5.00");
        shop.modified = Instant.parse("2026-11-09T12:00:00Z");
        JournalDraft edit =
                books.work(shop.totals("115.00", "10.00")).journals().get(0);
        assertThat(edit.entry().accountingDate()).isEqualTo("2026-11-09");
        assertThat(edit.event()).isNull();
    }

    // Cancellations

    @Test
    void aCancellationIsDatedByTheEventThatReportsIt() {
        books.work(shop);
        books.told(status(3, "2026-11-04T12:00:00Z", 11, 5));
        shop.status = 5;
        shop.modified = Instant.parse("2026-11-09T12:00:00Z");
        assertWorked("BC250-V1 2026-11-04: receivable -110.00 · revenue 100.00 · sales-tax 10.00");
        assertNothingToPost();
    }

    @Test
    void aRestoredOrderIsEnteredAgainAndCancelledAgain() {
        books.work(shop);
        cancel("2026-11-04T12:00:00Z", 1);
        books.told(status(2, "2026-11-06T12:00:00Z", 5, 11));
        shop.status = 11;
        assertWorked("BC250-A1 2026-11-06: receivable 110.00 · revenue -100.00 · sales-tax -10.00");
        assertNothingToPost();
        cancel("2026-11-08T12:00:00Z", 3);
        assertThat(books.journals.get(3).reference()).isEqualTo("BC250-V2");
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void anOrderCancelledOnItsOwnDayAndRestoredIsNotMoved() {
        books.work(shop);
        cancel("2026-10-31T18:00:00Z", 1);
        books.told(status(2, "2026-11-06T12:00:00Z", 5, 11));
        shop.status = 11;
        assertThat(books.work(shop).journals()).hasSize(1);
        assertNothingToPost();
    }

    @Test
    void aRefundedOrderIsReversedByWhatRemainsAndRestoredByTheSame() {
        shop.refund(ofOneUnit());
        books.work(shop);
        cancel("2026-11-04T12:00:00Z", 1);
        assertThat(books.byAccount()).isEmpty();
        shop.status = 11;
        shop.modified = Instant.parse("2026-11-06T12:00:00Z");
        assertWorked("BC250-A1 2026-11-06: receivable 55.00 · revenue -50.00 · sales-tax -5.00");
        assertNothingToPost();
    }

    @Test
    void aCancelledOrderWithARefundThatCountsIsEnteredRefundedAndReversed() {
        shop.status = 5;
        shop.refund(ofOneUnit());
        assertThat(books.work(shop).journals())
                .extracting(JournalDraft::kind)
                .containsExactly(JournalKind.ORDER, JournalKind.REFUND, JournalKind.REVERSAL);
        assertThat(books.byAccount()).isEmpty();
        assertNothingToPost();
    }

    @Test
    void aRefundAfterTheCancellationOfWhichNothingIsLeftMakesNoEntry() {
        books.work(shop);
        cancel("2026-11-02T12:00:00Z", 1);
        assertThat(books.work(shop.refund(ofOneUnit())).journals()).isEmpty();
        assertThat(books.byAccount()).isEmpty();
        assertNothingToPost();
    }

    @Test
    void aCancelledOrderWhoseFiguresNoLongerAgreeIsReversedAllTheSame() {
        books.work(shop);
        shop.status = 5;
        shop.channel = 99L;
        shop.currency = "???";
        assertThat(books.work(shop.totals("1.00", "0.00")).journals()).hasSize(1);
        assertThat(books.byAccount()).isEmpty();
    }

    // Refunds

    /** Its own event was lost; that of the refund that parks had its effect. */
    @Test
    void anEditBesideARefundThatParksIsNotDatedByAnEarlierEvent() {
        books.work(shop);
        books.told(Shop.event(1, "updated", "2026-11-03T12:00:00Z"));
        shop.refund(refund(7, "55.00", "5.00", List.of(Shop.amount("EXCHANGE", 1, "50.00")), Shop.card("55.00")));
        assertThat(books.work(shop).decision()).isEqualTo(Decision.PARK);
        shop.shipping = new BigDecimal("5.00");
        shop.modified = Instant.parse("2026-12-20T12:00:00Z");
        shop.totals("115.00", "10.00");
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-A1 2026-12-20: receivable 5.00 · shipping -5.00");
    }

    @Test
    void aRefundDeclinedLaterIsTakenBack() {
        books.work(shop.refund(ofOneUnit()));
        shop.refunds.set(0, refund(7, "55.00", "5.00", List.of(units(1, 1)), payment("braintree", "55.00", true)));
        assertWorked("BC250-A1 2026-10-31: receivable 55.00 · revenue -50.00 · sales-tax -5.00");
        assertNothingToPost();
    }

    @Test
    void aRefundThatIsNoLongerTheLastGivesTheRestBack() {
        Shop order = orderWithEverything().refund(refundOfOneUnit()).refund(refundOfTheRest());
        books.work(order);
        order.refunds.set(
                0, refund(7, "53.04", "4.04", refundOfOneUnit().items(), payment("braintree", "53.04", true)));
        books.work(order);
        Bookkeeping atOnce = new Bookkeeping(settings);
        atOnce.work(order);
        assertThat(books.byAccount()).isEqualTo(atOnce.byAccount());
    }

    @Test
    void aRefundStatusWithoutARefundParksAndTheOrdersOwnEntriesGoOn() {
        shop.status = 4;
        Plan plan = books.work(shop);
        assertThat(Bookkeeping.parked(plan).code()).isEqualTo("refunded-without-refund");
        assertThat(Bookkeeping.shown(plan)).hasSize(1);
    }

    @Test
    void anEventOfARefundIsNamedByItsJournal() {
        books.told(
                new OrderEvent(9, "store/order/refund/created", Instant.parse("2026-11-03T12:00:00Z"), null, null, 7L));
        assertThat(books.work(shop.refund(ofOneUnit())).journals().get(1).event())
                .isEqualTo(9);
    }

    @Test
    void anEventOfAnotherRefundIsNotNamed() {
        books.told(new OrderEvent(
                9, "store/order/refund/created", Instant.parse("2026-11-03T12:00:00Z"), null, null, 99L));
        assertThat(books.work(shop.refund(ofOneUnit())).journals().get(1).event())
                .isNull();
    }

    // Events

    @Test
    void aMoveNamesTheEventOfTheConfirmationAndNoLaterOne() {
        shop.status = 7;
        books.work(shop);
        books.told(status(1, "2026-11-05T12:00:00Z", 7, 11));
        books.told(event(2, "updated", "2026-11-06T12:00:00Z"));
        shop.status = 11;
        assertThat(books.work(shop).journals()).extracting(JournalDraft::event).containsExactly(1L, 1L);
    }

    @Test
    void aMoveToAnotherChannelNamesTheEventOfTheEdit() {
        shop.status = 7;
        books.work(shop);
        books.told(status(1, "2026-10-31T18:00:00Z", 7, 11));
        books.told(event(2, "updated", "2026-11-06T12:00:00Z"));
        shop.status = 11;
        shop.channel = 2L;
        assertThat(books.work(shop).journals()).extracting(JournalDraft::event).contains(2L);
    }

    @Test
    void aCancellationNamesTheEventOfItsStatusAndNoLaterOne() {
        books.work(shop);
        books.told(status(1, "2026-11-04T12:00:00Z", 11, 5));
        books.told(event(2, "updated", "2026-11-06T12:00:00Z"));
        shop.status = 5;
        assertWorked("BC250-V1 2026-11-04: receivable -110.00 · revenue 100.00 · sales-tax 10.00");
    }

    @Test
    void aRestorationNamesTheEventThatLeftTheCancellation() {
        books.work(shop);
        cancel("2026-11-04T12:00:00Z", 1);
        books.told(status(2, "2026-11-06T12:00:00Z", 5, 11));
        books.told(status(3, "2026-11-07T12:00:00Z", 11, 10));
        shop.status = 10;
        assertWorked("BC250-A1 2026-11-06: receivable 110.00 · revenue -100.00 · sales-tax -10.00");
    }

    @Test
    void theCheckoutsOwnEventThatComesLateIsNoRestoration() {
        books.told(event(1, "created", "2026-10-31T15:00:00Z"));
        books.work(shop);
        books.told(status(2, "2026-10-31T15:00:05Z", 0, 11));
        books.work(shop);
        books.told(event(3, "updated", "2026-12-05T12:00:00Z"));
        shop.handling = new BigDecimal("5.00");
        shop.totals("115.00", "10.00");
        assertWorked("BC250-A1 2026-12-05: receivable 5.00 · handling -5.00");
    }

    @Test
    void anEventThatChangedNothingReportsNoLaterEdit() {
        books.work(shop);
        books.told(event(1, "updated", "2026-11-03T12:00:00Z"));
        books.work(shop);
        shop.modified = Instant.parse("2026-12-05T12:00:00Z");
        shop.handling = new BigDecimal("5.00");
        shop.totals("115.00", "10.00");
        assertWorked("BC250-A1 2026-12-05: receivable 5.00 · handling -5.00");
    }

    @Test
    void anEventStaysNewWhileTheOrderParks() {
        books.work(shop);
        books.told(event(1, "updated", "2026-11-03T12:00:00Z"));
        shop.handling = new BigDecimal("5.00");
        assertThat(books.work(shop).decision()).isEqualTo(Decision.PARK);
        shop.modified = Instant.parse("2026-12-05T12:00:00Z");
        shop.totals("115.00", "10.00");
        assertWorked("BC250-A1 2026-11-03: receivable 5.00 · handling -5.00");
    }

    @Test
    void anEditNamesAnUpdateAndNoOtherEvent() {
        books.work(shop);
        books.told(event(1, "updated", "2026-11-04T12:00:00Z"));
        books.told(event(2, "message/created", "2026-11-06T12:00:00Z"));
        shop.handling = new BigDecimal("5.00");
        shop.totals("115.00", "10.00");
        assertWorked("BC250-A1 2026-11-04: receivable 5.00 · handling -5.00");
    }

    @Test
    void anEventOlderThanOneThatIsNamedReportsNoNewChange() {
        books.told(event(1, "created", "2026-11-03T12:00:00Z"));
        books.work(shop);
        books.told(event(2, "updated", "2026-11-02T12:00:00Z"));
        shop.handling = new BigDecimal("5.00");
        shop.modified = Instant.parse("2026-11-09T12:00:00Z");
        shop.totals("115.00", "10.00");
        assertWorked("BC250-A1 2026-11-09: receivable 5.00 · handling -5.00");
    }

    @Test
    void anEventThatNoJournalNamesKeepsNoOtherFromBeingNew() {
        books.work(shop);
        books.told(event(1, "message/created", "2026-11-06T12:00:00Z"));
        books.told(event(2, "updated", "2026-11-04T12:00:00Z"));
        shop.handling = new BigDecimal("5.00");
        shop.totals("115.00", "10.00");
        assertWorked("BC250-A1 2026-11-04: receivable 5.00 · handling -5.00");
    }

    @Test
    void thePlanNamesItsReferences() {
        assertThat(books.work(shop.refund(ofOneUnit())).why()).isEqualTo("to post: BC250, BC250-R7");
    }

    // Channels, currencies, mappings

    @Test
    void anOrderThatChangesItsChannelIsReversedThereAndEnteredHere() {
        books.work(shop);
        shop.channel = 2L;
        assertWorked(
                "BC250-V1 2026-10-31: receivable -110.00 · revenue 100.00 · sales-tax 10.00",
                "BC250-A1 2026-10-31: receivable 110.00 · revenue -100.00 · sales-tax -10.00");
        assertThat(books.byAccount().keySet()).containsExactly("USD 9411000", "USD 9445710", "USD 9707000");
        assertNothingToPost();
        shop.channel = 1L;
        shop.modified = Instant.parse("2026-11-09T12:00:00Z");
        assertWorked(
                "BC250-V2 2026-10-31: receivable -110.00 · revenue 100.00 · sales-tax 10.00",
                "BC250-A2 2026-10-31: receivable 110.00 · revenue -100.00 · sales-tax -10.00");
        assertThat(books.byAccount().keySet()).containsExactly("USD 411000", "USD 445710", "USD 707000");
        assertNothingToPost();
    }

    @Test
    void itsRefundsFollowItsChannel() {
        books.work(shop.refund(ofOneUnit()));
        shop.channel = 2L;
        books.work(shop);
        assertThat(books.byAccount().keySet()).containsExactly("USD 9411000", "USD 9445710", "USD 9707000");
        assertNothingToPost();
    }

    @Test
    void anOrderThatChangesItsCurrencyIsReversedInTheOldAndEnteredInTheNew() {
        books.work(shop);
        shop.currency = "EUR";
        assertThat(books.work(shop).journals())
                .extracting(draft -> draft.entry().currency().getCurrencyCode())
                .containsExactly("USD", "EUR");
        assertThat(books.byAccount().keySet()).containsExactly("EUR 411000", "EUR 445710", "EUR 707000");
        assertNothingToPost();
    }

    @Test
    void aReversalGoesToTheAccountsItTakesBackAndANewEntryToTodays() {
        books.work(shop);
        settings.accounts.put("revenue", "700000");
        books.settings(settings);
        assertNothingToPost();
        cancel("2026-11-04T12:00:00Z", 1);
        assertThat(accounts(1)).containsExactly("411000", "707000", "445710");
        shop.status = 11;
        books.work(shop);
        assertThat(accounts(2)).containsExactly("411000", "700000", "445710");
    }

    @Test
    void aReversalOfAnOrderOnTwoAccountsOfOneRoleTakesEachBack() {
        books.work(shop);
        settings.accounts.put("revenue", "700000");
        books.settings(settings);
        books.work(shop.product(2, "1", "30.00", "0").totals("140.00", "10.00"));
        cancel("2026-11-04T12:00:00Z", 1);
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void aRefundGoesToTheAccountsOfTheOrderAndNotToThoseOfItsAdjustment() {
        books.work(shop);
        settings.accounts.put("revenue", "700000");
        books.settings(settings);
        books.work(shop.product(2, "1", "30.00", "0").totals("140.00", "10.00"));
        books.work(shop.refund(ofOneUnit()));
        assertThat(books.byAccount()).containsEntry("USD 707000", new BigDecimal("-5E+1"));
    }

    @Test
    void aRefundOfAllTakesBackWhatLiesOnEachAccount() {
        books.work(shop);
        settings.accounts.put("revenue", "700000");
        books.settings(settings);
        books.work(shop.product(2, "1", "30.00", "0").totals("140.00", "10.00"));
        books.work(shop.refund(refund(7, "140.00", "10.00", List.of(units(1, 2), units(2, 1)), card("140.00"))));
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void aDiscountsAccountThatIsSetLaterDoesNotRewriteTheOrder() {
        settings.accounts.remove("discounts");
        Bookkeeping net = new Bookkeeping(settings);
        net.work(orderWithEverything());
        settings.accounts.put("discounts", "709000");
        net.settings(settings);
        assertThat(net.work(orderWithEverything()).journals()).isEmpty();
        assertThat(Bookkeeping.shown(net.work(orderWithEverything().refund(refundOfOneUnit()))))
                .containsExactly(
                        "BC250-R7 2026-11-03: receivable -53.04 · revenue 45.00 · shipping 4.00" + " · sales-tax 4.04");
        assertThat(net.work(orderWithEverything().refund(refundOfOneUnit())).journals())
                .isEmpty();
    }

    @Test
    void aDiscountsAccountThatIsTakenAwayDoesNotRewriteTheOrder() {
        books.work(orderWithEverything());
        settings.accounts.remove("discounts");
        books.settings(settings);
        assertThat(books.work(orderWithEverything()).journals()).isEmpty();
        Shop edited = orderWithEverything();
        edited.coupon = new BigDecimal("24.00");
        edited.totals("147.22", "11.22");
        assertThat(books.work(edited).journals().get(0).entry().lines())
                .extracting(line -> line.role().label() + " " + line.account())
                .contains("discounts 707000");
        assertThat(books.work(edited).journals()).isEmpty();
    }

    @Test
    void aDiscountOnAnOrderThatHadNoneGoesByTodaysAccounts() {
        settings.accounts.remove("discounts");
        books.settings(settings);
        books.work(shop);
        shop.coupon = new BigDecimal("20.00");
        shop.totals("88.00", "8.00");
        assertWorked("BC250-A1 2026-10-31: receivable -22.00 · revenue 20.00 · sales-tax 2.00");
    }

    @Test
    void costOfGoodsThatIsSwitchedOnLaterIsPosted() {
        books.work(shop);
        settings.costOfGoods = Channel.CostOfGoods.POST;
        books.settings(settings);
        assertWorked("BC250-A1 2026-10-31: cost-of-goods 40.00 · inventory -40.00");
    }

    @Test
    void aMemoThatIsSwitchedToPostLaterStaysAMemo() {
        Bookkeeping memos = withMemos();
        memos.work(shop);
        settings.costOfGoods = Channel.CostOfGoods.POST;
        memos.settings(settings);
        assertThat(memos.work(shop).journals()).isEmpty();
    }

    @Test
    void costOfGoodsThatIsSwitchedOffLaterIsNotTakenBack() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        Bookkeeping posting = new Bookkeeping(settings);
        posting.work(shop);
        settings.costOfGoods = Channel.CostOfGoods.OFF;
        posting.settings(settings);
        assertThat(posting.work(shop).journals()).isEmpty();
    }

    // References

    @Test
    void aNumberIsTheNextAfterTheHighestUsed() {
        References references = new References("BC", 250);
        List<String> used = List.of("BC250", "BC250-A1", "BC250-A9", "BC250-A10", "BC250-V2", "BC250-R99");
        assertThat(references.adjustment(used)).isEqualTo("BC250-A11");
        assertThat(references.reversal(used)).isEqualTo("BC250-V3");
        assertThat(references.reversal(List.of())).isEqualTo("BC250-V1");
        assertThat(references.refund(7)).isEqualTo("BC250-R7");
        assertThat(references.first()).isEqualTo("BC250");
    }

    @Test
    void aReferenceOf20CharactersIsNotTooLong() {
        shop.refund(refund(1234567890123L, "55.00", "5.00", List.of(units(1, 1)), card("55.00")));
        assertThat(books.work(shop).journals().get(1).entry().reference()).isEqualTo("BC250-R1234567890123");
    }

    @Test
    void aRefundWhoseReferenceIsTooLongParksTheOrder() {
        shop.refund(refund(12345678901234L, "55.00", "5.00", List.of(units(1, 1)), card("55.00")));
        assertThat(Bookkeeping.parked(books.work(shop)).code()).isEqualTo("reference-too-long");
    }

    // Memo

    @Test
    void aMemoIsComparedWithMemosAlone() {
        settings.costOfGoods = Channel.CostOfGoods.MEMO;
        Bookkeeping memos = new Bookkeeping(settings);
        memos.work(shop);
        shop.withoutProducts().product(1, "1", "50.00", "20.00").totals("55.00", "5.00");
        JournalDraft edit = memos.work(shop).journals().get(0);
        assertThat(Bookkeeping.shown(edit.entry().lines()))
                .isEqualTo("receivable -55.00 · revenue 50.00 · sales-tax 5.00");
        assertThat(Bookkeeping.shown(edit.memo())).isEqualTo("cost-of-goods -20.00 · inventory 20.00");
        shop.status = 5;
        memos.work(shop);
        assertThat(memos.memoByAccount()).isEmpty();
    }

    @Test
    void aMemoIsWhereTheOrderIsAfterItMovedAwayAndBackWhileItWasFullyRefunded() {
        Bookkeeping memos = withMemos();
        memos.work(shop.refund(ofBothUnits(false)));
        shop.channel = 2L;
        memos.work(shop);
        shop.refunds.set(0, ofBothUnits(true));
        shop.channel = 1L;
        memos.work(shop);
        assertThat(memos.memoByAccount()).isEqualTo(memoOf("", "40"));
        assertThat(memos.work(shop).journals()).isEmpty();
    }

    @Test
    void aMemoFollowsAnOrderBackToAChannelThatItHadLeft() {
        Bookkeeping memos = withMemos();
        memos.work(shop);
        shop.channel = 2L;
        memos.work(shop);
        memos.work(shop.refund(ofBothUnits(false)));
        shop.channel = 1L;
        assertThat(memos.work(shop).journals()).isEmpty();
        shop.refunds.set(0, ofBothUnits(true));
        memos.work(shop);
        assertThat(memos.memoByAccount()).isEqualTo(memoOf("", "40"));
        assertThat(memos.byAccount().keySet()).containsExactly("USD 411000", "USD 445710", "USD 707000");
        assertThat(memos.work(shop).journals()).isEmpty();
    }

    @Test
    void aMemoOfGoodsThatWereGivenAwayFollowsTheOrderWhenTheyArePricedAgain() {
        Bookkeeping memos = withMemos();
        memos.work(shop);
        memos.work(shop.withoutProducts().product(1, "2", "0.00", "20.00").totals("0.00", "0.00"));
        shop.channel = 2L;
        memos.work(shop.withoutProducts().product(1, "2", "50.00", "20.00").totals("110.00", "10.00"));
        assertThat(memos.memoByAccount()).isEqualTo(memoOf("9", "40"));
        assertThat(memos.work(shop).journals()).isEmpty();
    }

    @Test
    void aMoveTakesAMemoAlongWhoseEntriesOfOneDayCancelOut() {
        Bookkeeping memos = withMemos();
        shop.status = 7;
        memos.work(shop);
        shop.modified = Instant.parse("2026-11-01T18:00:00Z");
        memos.work(shop.product(2, "1", "30.00", "5.00").totals("140.00", "10.00"));
        shop.withoutProducts().product(1, "2", "35.00", "20.00").product(2, "1", "30.00", "5.00");
        memos.work(shop.totals("110.00", "10.00"));
        memos.told(status(1, "2026-11-05T12:00:00Z", 7, 11));
        shop.status = 11;
        memos.work(shop);
        assertThat(memos.memoByAccount()).isEqualTo(memoOf("", "45"));
        shop.channel = 2L;
        memos.work(shop);
        assertThat(memos.memoByAccount()).isEqualTo(memoOf("9", "45"));
    }

    private Bookkeeping withMemos() {
        settings.costOfGoods = Channel.CostOfGoods.MEMO;
        return new Bookkeeping(settings);
    }

    private static Map<String, BigDecimal> memoOf(String accountPrefix, String cost) {
        BigDecimal amount = new BigDecimal(cost);
        return Bookkeeping.stripped(
                Map.of("USD " + accountPrefix + "607000", amount, "USD " + accountPrefix + "370000", amount.negate()));
    }

    private static Refund ofBothUnits(boolean declined) {
        return refund(7, "110.00", "10.00", List.of(units(1, 2)), payment("braintree", "110.00", declined));
    }

    private Bookkeeping onConfirmation() {
        settings.recognition = JournalSettings.Recognition.ON_CONFIRMATION;
        return new Bookkeeping(settings);
    }

    private void cancel(String at, long eventId) {
        books.told(status(eventId, at, 11, 5));
        shop.status = 5;
        assertThat(books.work(shop).journals()).hasSize(1);
    }

    private List<String> accounts(int journal) {
        return books.journals.get(journal).lines().stream()
                .map(JournalLine::account)
                .toList();
    }

    private static Refund ofOneUnit() {
        return refund(7, "55.00", "5.00", List.of(units(1, 1)), card("55.00"));
    }

    private void assertWorked(String... journals) {
        Plan plan = books.work(shop);
        assertThat(Bookkeeping.shown(plan)).as(plan.why()).containsExactly(journals);
    }

    private void assertNothingToPost() {
        Plan plan = books.work(shop);
        assertThat(plan.decision()).isEqualTo(Decision.POST);
        assertThat(Bookkeeping.shown(plan)).isEmpty();
    }
}
