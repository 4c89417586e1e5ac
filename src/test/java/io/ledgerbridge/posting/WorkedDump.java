package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.*;

import io.ledgerbridge.bigcommerce.*;
import io.ledgerbridge.posting.rules.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

final class WorkedDump {
    static void print(String name, Bookkeeping books) {
        System.out.println("#### " + name);
        Explained.of(books)
                .forEach((ref, lines) -> lines.forEach(line -> {
                    System.out.println(
                            ref + " | " + line.words() + " | " + line.rule().label() + " | " + line.accountFrom());
                    line.terms()
                            .figures()
                            .forEach(f -> System.out.println(
                                    "        " + f.name() + " = " + f.value().toPlainString()));
                }));
    }

    static void main() {
        Settings s = new Settings();
        s.costOfGoods = Channel.CostOfGoods.POST;
        Bookkeeping b = new Bookkeeping(s);
        b.work(WorkedExamplesTest.orderWithEverything());
        Shop edited = WorkedExamplesTest.orderWithEverything().withoutProducts().product(1, "1", "50.00", "20.00");
        edited.product(2, "1", "40.00", "15.00").totals("109.33", "8.33");
        edited.coupon = new BigDecimal("9.00");
        edited.modified = Instant.parse("2026-11-04T12:00:00Z");
        b.told(Shop.event(9120, "updated", "2026-11-04T12:00:00Z"));
        b.work(edited);
        print("2 and 5", b);
        s = new Settings();
        s.accounts.put("refunds-owed", "419800");
        s.accounts.remove("handling");
        b = new Bookkeeping(s);
        Shop shop = WorkedExamplesTest.orderWithEverything();
        b.work(shop);
        shop.refund(refund(7, "53.04", "4.04", List.of(units(1, 1), amount("SHIPPING", 250, "4.00")), card("53.04")));
        b.work(shop);
        shop.status = 5;
        b.work(shop);
        shop.refund(refund(
                8,
                "105.01",
                "8.01",
                List.of(units(1, 1), units(2, 1)),
                card("70.01"),
                payment("giftcertificate", "25.00", false),
                payment("storecredit", "10.00", false)));
        b.work(shop);
        print("8b", b);
        s = new Settings();
        s.taxes = Lists.TAXES;
        s.tenders = Lists.TENDERS;
        b = new Bookkeeping(s);
        b.work(WorkedExamplesTest.frenchWithCoupon().paid("braintree", "100.00").paid("paypalexpress", "32.99"));
        print("16", b);
        s = new Settings();
        s.accounts.remove("discounts");
        b = new Bookkeeping(s);
        b.work(WorkedExamplesTest.orderWithEverything());
        print("1 net", b);
    }
}
