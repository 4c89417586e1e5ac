package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;

/** Orders that staff change after they were posted. */
final class EditLives {

    private final Scene us;

    EditLives(Scene us) {
        this.us = us;
    }

    void all() {
        fewerPieces();
        oneItemMore();
        oneItemLess();
        anotherPrice();
        anotherShippingCost();
        aDiscountGrantedLater();
        aTaxExemptionFoundLater();
        editedTwice();
        editedAndEditedBack();
        refundedInPartThenEdited();
        movedToAnotherChannel();
        notedAndWrittenTo();
    }

    private void fewerPieces() {
        us.life(1, us.shirtsAndScarf().with(Discount.coupon("WELCOME", "10")).payByStoreCredit("10.00"))
                .paid()
                .soon((shop, order) -> shop.edit(order, cart -> cart.change("LIN-SH", item -> item.times(1))));
    }

    private void oneItemMore() {
        us.life(2, us.shirtsAndScarf())
                .paid()
                .soon((shop, order) -> shop.edit(
                        order,
                        cart -> cart.with(Item.of("BEA-NI", "Beanie", "17.25").costing("4.10"))));
    }

    private void oneItemLess() {
        us.life(1, us.shirtsAndScarf()).paid().soon((shop, order) -> shop.edit(order, cart -> cart.without("WOL-SC")));
    }

    private void anotherPrice() {
        us.life(3, us.shirtsAndScarf())
                .paid()
                .soon((shop, order) -> shop.edit(order, cart -> cart.change("WOL-SC", item -> item.at("31.99"))));
    }

    private void anotherShippingCost() {
        us.life(2, us.shirtsAndScarf()).paid().soon((shop, order) -> shop.edit(order, cart -> cart.shipping("0.00")));
    }

    private void aDiscountGrantedLater() {
        us.life(3, us.shirtsAndScarf())
                .paid()
                .soon((shop, order) -> shop.edit(order, cart -> cart.with(Discount.promotionOf("12.50"))));
    }

    private void aTaxExemptionFoundLater() {
        us.life(1, us.shirtsAndScarf()).paid().soon((shop, order) -> shop.edit(order, cart -> cart.taxRate("0")));
    }

    private void editedTwice() {
        us.life(1, us.shirtsAndScarf())
                .paid()
                .soon((shop, order) -> shop.edit(order, cart -> cart.change("LIN-SH", item -> item.times(3))))
                .later((shop, order) -> shop.edit(order, cart -> cart.change("WOL-SC", item -> item.times(2))))
                .then(Duration.ofHours(3), Store::ship);
    }

    private void editedAndEditedBack() {
        us.life(2, us.shirtsAndScarf())
                .paid()
                .soon((shop, order) -> shop.edit(order, cart -> cart.change("LIN-SH", item -> item.times(5))))
                .later((shop, order) -> shop.edit(order, cart -> cart.change("LIN-SH", item -> item.times(2))));
    }

    private void refundedInPartThenEdited() {
        us.life(1, us.shirtsAndScarf())
                .paid()
                .soon((shop, order) ->
                        shop.refund(order, RefundRequest.of().units("WOL-SC", 1).because("Too itchy")))
                .later((shop, order) -> shop.edit(
                        order,
                        cart -> cart.with(
                                Item.of("COT-TE", "Cotton tee", "19.95").costing("5.60"))));
    }

    /** Taken back on the old channel's accounts and posted on the new one's. */
    private void movedToAnotherChannel() {
        us.usual(2, us.cart()).soon((shop, order) -> shop.moveToChannel(order, 1));
    }

    /** Events without a change of any figure. */
    private void notedAndWrittenTo() {
        us.usual(3, us.cart())
                .soon((shop, order) -> shop.note(order, "Leave it with the neighbours"))
                .soon(Store::write);
    }
}
