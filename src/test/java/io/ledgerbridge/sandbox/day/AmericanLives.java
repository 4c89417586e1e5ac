package io.ledgerbridge.sandbox.day;

import static io.ledgerbridge.sandbox.day.Life.Deed.become;
import static io.ledgerbridge.sandbox.day.Life.Deed.edit;
import static io.ledgerbridge.sandbox.day.Life.Deed.refund;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Fee;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Status;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;
import java.time.Instant;

/** Orders of the store whose prices are without tax: a line or two each, what is special about them before it. */
final class AmericanLives {

    private static final long POP_UP = 4;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration AFTER_THE_CHANGE = Duration.ofDays(14);

    private AmericanLives() {}

    static void all(Scene us) {
        payments(us);
        waysOfPaying(us);
        edits(us);
        refunds(us);
        refundsThatFollowSomething(us);
        asOthersPay(us);
        money(us);
        currenciesAndCents(us);
        mappings(us);
    }

    /** Orders that are paid at once, later or never, and those that are none of the ledger's business. */
    private static void payments(Scene us) {
        // abandoned
        us.life(1, us.cart());
        us.life(2, us.cart());
        // declined in the checkout
        us.life(1, us.cart()).then(Duration.ofMinutes(1), Store::decline);
        // entered at 31 October; the confirmation moves it to November
        for (long channel = 1; channel <= 3; channel++) {
            us.life(channel, us.cart())
                    .then(SOON, Store::orderPending)
                    .soon(Store::confirm)
                    .shipped();
        }
        // paid by bank transfer, still waiting for that, and never paid
        us.life(3, us.cart())
                .then(SOON, Store::orderUnpaid)
                .then(Duration.ofHours(2), Store::confirm)
                .shipped();
        us.life(1, us.cart()).then(SOON, Store::orderUnpaid);
        us.life(2, us.cart()).then(SOON, Store::orderUnpaid).soon(Store::cancel);
        // verified by hand
        us.life(1, us.cart()).then(SOON, become(Status.MANUAL_VERIFICATION)).soon(Store::confirm);
        // cancelled, also before it was shipped, and restored
        us.usual(1, us.cart()).soon(Store::cancel);
        us.usual(3, us.cart()).soon(Store::cancel);
        us.paid(2, us.cart()).then(Duration.ofMinutes(20), Store::cancel);
        us.paid(1, us.cart())
                .soon(Store::cancel)
                .later(become(Status.AWAITING_FULFILMENT))
                .shipped();
        us.paid(2, us.cart()).soon(Store::decline);
        us.usual(1, us.cart()).soon(become(Status.DISPUTED));
        // refunded in name only, which parks, until two people record it here; later BigCommerce has it on record, too
        us.usual(3, us.shirtsAndScarf())
                .soon(become(Status.REFUNDED))
                .later(refund(RefundRequest.everythingLeft().because("Now on record")));
        // archived after posting, and when it was abandoned
        us.usual(1, us.cart()).soon(Store::archive);
        us.life(3, us.cart()).then(Duration.ofMinutes(30), Store::archive);
        // made before the books begin, the second where the backfill finds it
        us.paid(1, us.cart(), Instant.parse("2026-09-28T16:20:00Z")).then(Duration.ofDays(33), Store::ship);
        us.paid(2, us.cart(), Instant.parse(DayBooks.BACKFILLED + "T18:00:00Z")).then(Duration.ofDays(32), Store::ship);
        // found by the backfill alone
        us.usual(1, us.cart()).unheard();
        us.usual(3, us.cart()).unheard().soon(Store::cancel);
        // migrated
        us.life(2, us.cart())
                .then(Duration.ZERO, (shop, order) -> shop.cameFrom(order, "M-MIG"))
                .paid();
        // parks, until the month is opened in X3 and the order is replayed
        us.paid(1, us.cart(), DayBooks.WHILE_CLOSED);
    }

    /** The main brand's, by which its receivable is told apart. */
    private static void waysOfPaying(Scene us) {
        us.usual(1, us.cart().payBy("stripe"));
        us.usual(1, us.cart().payBy("paypalexpress"));
        us.usual(1, us.cart().onAccount());
        us.life(1, us.cart().onAccount())
                .then(SOON, Store::orderUnpaid)
                .soon(Store::confirm)
                .shipped();
        // two payments, and given back by both
        us.usual(1, us.shirtsAndScarf().payBy("paypalexpress", "40.00"));
        us.refunded(
                1,
                us.shirtsAndScarf().payBy("paypalexpress", "40.00"),
                RefundRequest.everythingLeft().to("paypalexpress", "40.00"));
        // charged when it is sent, and never
        us.life(1, us.cart()).then(SOON, Store::authorize).soon(Store::capture).shipped();
        us.life(1, us.cart().payBy("stripe"))
                .then(SOON, Store::authorize)
                .soon(Store::cancel)
                .later(Store::write);
        // given back outside of the shop
        us.refunded(
                1,
                us.shirtsAndScarf().with(Discount.coupon("TEN", "10")),
                RefundRequest.of().units("LIN-SH", 1).shipping("2.00").by("custom"));
        us.refunded(1, us.shirtsAndScarf().onAccount(), RefundRequest.of().units("WOL-SC", 1));
        // in the till's own books
        us.usual(1, us.cart().payBy("instore"));
        us.refunded(1, us.cart().payBy("instore"), RefundRequest.everythingLeft());
        // parks, until somebody says on which account
        us.usual(1, us.cart().payBy("klarna"));
        // an edit leaves more paid than is due: parks until the edit is undone
        us.usual(1, us.shirtsAndScarf().payBy("stripe"))
                .soon(edit(cart -> cart.change("LIN-SH", item -> item.times(1))))
                .later(edit(cart -> cart.change("LIN-SH", item -> item.times(2))));
    }

    /** Orders that staff change after they were posted. Those that become cheaper in the main brand are on account. */
    private static void edits(Scene us) {
        us.paid(
                        1,
                        us.shirtsAndScarf()
                                .onAccount()
                                .with(Discount.coupon("WELCOME", "10"))
                                .payByStoreCredit("10.00"))
                .soon(edit(cart -> cart.change("LIN-SH", item -> item.times(1))));
        us.paid(2, us.shirtsAndScarf())
                .soon(edit(
                        cart -> cart.with(Item.of("BEA-NI", "Beanie", "17.25").costing("4.10"))));
        us.paid(1, us.shirtsAndScarf().onAccount()).soon(edit(cart -> cart.without("WOL-SC")));
        us.paid(3, us.shirtsAndScarf()).soon(edit(cart -> cart.change("WOL-SC", item -> item.at("31.99"))));
        us.paid(2, us.shirtsAndScarf()).soon(edit(cart -> cart.shipping("0.00")));
        // a discount granted later, and a tax exemption found later
        us.paid(3, us.shirtsAndScarf()).soon(edit(cart -> cart.with(Discount.promotionOf("12.50"))));
        us.paid(1, us.shirtsAndScarf().onAccount()).soon(edit(cart -> cart.taxRate("0")));
        // edited twice, and edited back
        us.paid(1, us.shirtsAndScarf())
                .soon(edit(cart -> cart.change("LIN-SH", item -> item.times(3))))
                .later(edit(cart -> cart.change("WOL-SC", item -> item.times(2))))
                .then(Duration.ofHours(3), Store::ship);
        us.paid(2, us.shirtsAndScarf())
                .soon(edit(cart -> cart.change("LIN-SH", item -> item.times(5))))
                .later(edit(cart -> cart.change("LIN-SH", item -> item.times(2))));
        // refunded in part before
        us.paid(1, us.shirtsAndScarf())
                .soon(refund(RefundRequest.of().units("WOL-SC", 1).because("Too itchy")))
                .later(edit(cart ->
                        cart.with(Item.of("COT-TE", "Cotton tee", "19.95").costing("5.60"))));
        // taken back on the old channel's accounts and posted on the new one's
        us.usual(2, us.cart()).soon((shop, order) -> shop.moveToChannel(order, 1));
        // events without a change of any figure
        us.usual(3, us.cart())
                .soon((shop, order) -> shop.note(order, "Leave it with the neighbours"))
                .soon(Store::write);
    }

    /** Every kind of refund that BigCommerce makes. */
    private static void refunds(Scene us) {
        for (long channel = 1; channel <= 3; channel++) {
            us.refunded(channel, us.shirtsAndScarf(), RefundRequest.of().units("LIN-SH", 1));
        }
        for (long channel = 1; channel <= 3; channel++) {
            Cart discounted = us.shirtsAndScarf().with(Discount.coupon("AUTUMN", "15"));
            us.refunded(
                    channel, discounted, RefundRequest.of().units("LIN-SH", 1).shipping("2.00"));
        }
        us.refunded(3, us.shirtsAndScarf(), RefundRequest.of().unitsFor("LIN-SH", 1, "20.00"));
        us.refunded(2, us.shirtsAndScarf(), RefundRequest.of().shipping("5.00").because("Arrived late"));
        us.refunded(
                1,
                us.wrapped("5.00").handling("3.00"),
                RefundRequest.of().handling("3.00").wrapping("WOL-SC"));
        Cart withAFee = us.shirtsAndScarf().with(Fee.onTop("Monogram", "9.50").withTax());
        us.refunded(1, withAFee, RefundRequest.of().fee("Monogram"));
        us.refunded(
                2, us.shirtsAndScarf(), RefundRequest.of().orderAmount("10.00").because("Goodwill"));
        us.refunded(1, us.shirtsAndScarf(), RefundRequest.of().taxAdjustment("4.10"));
        // the tax refunded is below zero: some is collected by refunding less
        us.refunded(
                3, us.shirtsAndScarf(), RefundRequest.of().units("WOL-SC", 1).override("39.40", "-0.60"));
        us.refunded(1, us.shirtsAndScarf(), RefundRequest.of().lessAdjustment("LIN-SH", 1, "-6.00"));
        // to store credit, to a gift certificate, and over three payments
        us.refunded(
                2, us.shirtsAndScarf(), RefundRequest.of().units("WOL-SC", 1).toStoreCredit("40.00"));
        us.refunded(
                1, us.shirtsAndScarf(), RefundRequest.of().units("WOL-SC", 1).toGiftCertificate("40.00"));
        RefundRequest threeWays =
                RefundRequest.of().units("LIN-SH", 2).toStoreCredit("15.00").toGiftCertificate("20.00");
        us.refunded(1, us.shirtsAndScarf(), threeWays.to("checkout_paypalexpress", "30.00"));
        us.refunded(2, us.shirtsAndScarf().with(Discount.promotionOf("7.77")), RefundRequest.everythingLeft());
        us.refunded(3, us.shirtsAndScarf(), RefundRequest.everythingLeft());
    }

    private static void refundsThatFollowSomething(Scene us) {
        us.refunded(
                        1,
                        us.shirtsAndScarf().with(Discount.coupon("THIRD", "33.3")),
                        RefundRequest.of().units("LIN-SH", 1))
                .later(refund(RefundRequest.everythingLeft()));
        Cart paidInThreeWays = us.wrapped("5.00")
                .with(Discount.coupon("TEN", "10"))
                .handling("3.00")
                .payByGiftCertificate("25.00")
                .payByStoreCredit("10.00");
        us.refunded(1, paidInThreeWays, RefundRequest.of().units("LIN-SH", 1).shipping("4.00"))
                .later(refund(RefundRequest.everythingLeft()
                        .toGiftCertificate("25.00")
                        .toStoreCredit("10.00")));
        // declined at once
        us.usual(2, us.shirtsAndScarf())
                .soon((shop, order) ->
                        shop.declineRefund(shop.refund(order, RefundRequest.of().units("LIN-SH", 1))));
        // declined later, and made again
        us.refunded(1, us.shirtsAndScarf(), RefundRequest.of().units("LIN-SH", 1))
                .later(AmericanLives::declineAndNote);
        us.refunded(3, us.shirtsAndScarf(), RefundRequest.of().units("WOL-SC", 1))
                .later(AmericanLives::declineAndNote)
                .soon(refund(RefundRequest.of().units("WOL-SC", 1).toStoreCredit("40.00")));
        // the refund stays, and what remains is taken back
        us.refunded(1, us.shirtsAndScarf(), RefundRequest.of().units("LIN-SH", 1))
                .later(Store::cancel);
        // more than was paid: parked until the bank turns it down
        us.refunded(1, us.shirtsAndScarf(), RefundRequest.of().override("500.00", "0.00"))
                .later(AmericanLives::declineAndNote);
        // pieces that an edit took away: parked until the edit is undone
        us.refunded(2, us.shirtsAndScarf(), RefundRequest.of().units("LIN-SH", 2))
                .then(Duration.ofHours(20), edit(cart -> cart.change("LIN-SH", item -> item.times(1))))
                .later(edit(cart -> cart.change("LIN-SH", item -> item.times(2))));
        us.usual(1, us.shirtsAndScarf())
                .thenUnheard(Duration.ofDays(3), refund(RefundRequest.of().units("WOL-SC", 1)));
    }

    /** What happened to other people. */
    private static void asOthersPay(Scene us) {
        // paid by card, given back as store credit: in one, and a part of it
        us.refunded(1, us.shirtsAndScarf(), RefundRequest.everythingLeft().by("storecredit"));
        us.refunded(
                        1,
                        us.shirtsAndScarf(),
                        RefundRequest.of().units("LIN-SH", 1).by("storecredit"))
                .later(refund(RefundRequest.everythingLeft()));
        // an amount without its tax, which then stays
        us.refunded(1, us.shirtsAndScarf(), RefundRequest.wholeAmount());
        // a coupon on one product, of which the other is refunded, or one of two pieces; cancelled afterwards, too
        us.refunded(1, couponOnShirts(us), RefundRequest.of().units("WOL-SC", 1));
        us.refunded(3, couponOnShirts(us), RefundRequest.of().units("LIN-SH", 1));
        us.refunded(1, couponOnShirts(us), RefundRequest.of().units("WOL-SC", 1))
                .later(Store::cancel);
        // a fee that is smaller than the discount
        us.usual(
                1,
                Cart.in("USD")
                        .with(Item.of("LIN-SH", "Linen shirt", "50.00").times(2))
                        .with(Discount.couponOf("TENNER", "10.00"))
                        .with(Fee.onTop("Gift note", "5.00")));
        us.refunded(1, us.wrapped("5.00"), RefundRequest.of().wrappingByQuantity("WOL-SC"));
        // a part of it to store credit, and the card's part declined
        us.refunded(
                        1,
                        us.shirtsAndScarf(),
                        RefundRequest.of().orderAmount("53.04").toStoreCredit("20.00"))
                .later(AmericanLives::declineAndNote);
        // tax of 0.43 twice, of 0.85
        Item sample = Item.of("SWA-01", "Swatch", "5.00");
        us.refunded(
                        1,
                        Cart.in("USD").taxRate("0.085").with(sample.times(2)),
                        RefundRequest.of().units("SWA-01", 1).override("5.43", "0.43"))
                .later(refund(RefundRequest.of().units("SWA-01", 1).override("5.43", "0.43")));
        // on hold in the shop, and released
        us.usual(1, us.cart()).soon(become(Status.MANUAL_VERIFICATION)).later(Store::confirm);
        // answered once without its status
        us.usual(1, us.cart()).soon((shop, order) -> {
            shop.omitStatus(order);
            shop.note(order, "Ring twice");
        });
        // in lists with a date that is none
        us.usual(2, us.cart()).soon(Store::misdate);
        // sold where no accounts are set up: entered by hand and set aside, and shipped afterwards
        us.paid(DayBooks.UNMAPPED, us.cart()).later(Store::ship);
        // an order from before the books, refunded since: its refund is entered where the order is
        us.paid(1, us.cart(), Instant.parse("2026-09-28T17:05:00Z"))
                .then(Duration.ofDays(35), refund(RefundRequest.everythingLeft()));
        // placed to try the shop
        us.life(1, us.cart()).then(Duration.ZERO, Store::testGateway).paid();
    }

    private static Cart couponOnShirts(Scene us) {
        return us.shirtsAndScarf().with(Discount.couponOn("LIN-SH", "SHIRT20", "20.00"));
    }

    /** No event tells of the decline; the merchant's note about it does come. */
    private static void declineAndNote(Store shop, long order) {
        shop.declineRefund(shop.order(order).refunds().get(0));
        shop.note(order, "The card's bank turned the refund down");
    }

    /** Orders with money of every sort. */
    private static void money(Scene us) {
        us.usual(
                1,
                us.wrapped("5.00")
                        .taxRate("0.0825")
                        .with(Discount.coupon("TEN", "10"))
                        .shipping("12.00")
                        .handling("3.00")
                        .payByGiftCertificate("25.00")
                        .payByStoreCredit("10.00"));
        // gift certificates sold, with goods and alone
        for (long channel = 1; channel <= 3; channel++) {
            us.usual(channel, us.cart().with(Item.giftCertificate("50.00")));
        }
        us.usual(1, Cart.in("USD").with(Item.giftCertificate("100.00")));
        us.usual(2, us.shirtsAndScarf().payByGiftCertificate("60.00"));
        us.usual(3, us.shirtsAndScarf().payByGiftCertificate("15.00"));
        Item tee = Item.of("COT-TE", "Cotton tee", "19.95").costing("5.60");
        us.usual(1, Cart.in("USD").with(tee).payByStoreCredit("19.95"));
        for (long channel = 1; channel <= 3; channel++) {
            us.usual(channel, us.cart().with(Discount.coupon("AUTUMN", "12.5")));
        }
        us.usual(1, us.cart().with(Discount.promotion("20")).with(Discount.couponOf("FIVER", "5.00")));
        us.usual(2, us.cart().with(Discount.promotionOf("3.33")).with(Discount.coupon("TEN", "10")));
        // given away
        us.usual(1, us.shirtsAndScarf().shipping("0").with(Discount.coupon("PRESS", "100")));
        us.usual(2, us.shirtsAndScarf().shipping("0").with(Discount.coupon("PRESS", "100")));
        us.usual(1, us.cart().with(Fee.onTop("Monogram", "9.50").withTax()));
        us.usual(3, us.cart().with(Fee.onTop("Pallet", "15.00")).with(Fee.onTop("Lift gate", "4.25")));
        us.usual(2, us.cart().with(Fee.inside("Recycling", "1.20")));
        // partly and wholly untaxed
        Item mittens = Item.of("KID-MI", "Children's mittens", "12.80").costing("3.70");
        us.usual(1, us.cart().with(mittens.untaxed()));
        us.usual(3, us.cart().taxRate("0"));
        us.usual(
                2,
                Cart.in("USD").with(Item.of("PAT-01", "Sewing pattern", "6.00").digital()));
        // unit prices of four decimals
        us.usual(
                3,
                us.empty()
                        .with(Item.of("TWI-MT", "Twill, by the metre", "8.9543").times(7)));
        // more than one page of products
        Cart sixtyLines = us.empty();
        for (int size = 1; size <= 60; size++) {
            sixtyLines.with(
                    Item.of("UNI-" + size, "Uniform, size " + size, "21.35").costing("8.05"));
        }
        us.usual(1, sixtyLines);
    }

    private static void currenciesAndCents(Scene us) {
        us.usual(2, yen());
        us.usual(2, yen().with(Discount.promotion("10")));
        us.refunded(2, yen(), RefundRequest.of().units("OXF-SH", 1));
        Cart dinars = Cart.in("KWD")
                .taxRate("0.05")
                .with(Item.of("MER-SW", "Merino sweater", "27.435").times(3))
                .shipping("2.750");
        us.refunded(3, dinars, RefundRequest.of().units("MER-SW", 1));
        // what the shopper saw is not what they paid in
        us.usual(1, us.cart().shownIn("CAD"));
        // cents that nobody explains: rounding, to its account or, without one, to revenue
        for (long channel = 1; channel <= 3; channel++) {
            us.usual(channel, us.shirtsAndScarf().unexplained("0.04"));
        }
        // a dollar that nobody explains is no rounding: parked until BigCommerce's figures add up
        us.paid(1, us.shirtsAndScarf().onAccount().unexplained("1.00")).soon(edit(cart -> cart.unexplained("0")));
    }

    private static Cart yen() {
        return Cart.in("JPY")
                .taxRate("0.10")
                .with(Item.of("OXF-SH", "Oxford shirt", "8985").times(2).costing("3100"))
                .shipping("660");
    }

    /** Orders of the channel whose accounts are changed in November. What is in the books stays on the old ones. */
    private static void mappings(Scene us) {
        us.usual(POP_UP, us.cart());
        us.usual(POP_UP, us.cart()).then(AFTER_THE_CHANGE, Store::cancel);
        us.usual(POP_UP, us.shirtsAndScarf())
                .then(AFTER_THE_CHANGE, refund(RefundRequest.of().units("LIN-SH", 1)));
        us.usual(POP_UP, us.shirtsAndScarf()).then(AFTER_THE_CHANGE, refund(RefundRequest.everythingLeft()));
        us.usual(POP_UP, us.cart()).then(AFTER_THE_CHANGE, (shop, order) -> shop.moveToChannel(order, 1));
        // parked while one of the new accounts is mistyped
        for (int day = 1; day <= 3; day++) {
            us.paid(POP_UP, us.cart(), DayBooks.REMAPPED.plus(Duration.ofDays(day)));
        }
    }
}
