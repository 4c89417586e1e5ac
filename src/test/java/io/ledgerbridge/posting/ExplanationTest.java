package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.explained.BooksAlone;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.explained.RuleName;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why each line is what it is, in words and in figures that come to its amount. */
class ExplanationTest {

    private final Settings settings = new Settings();

    @Test
    void tellsRevenueByItsProducts() {
        assertThat(line(edited(), "BC250", Role.REVENUE).words())
                .isEqualTo("Revenue 140.00, credit: 2 × product 1 at 50.00 = 100.00 and 1 × product 2 at 40.00 = 40.00,"
                        + " the products without tax and before discounts.");
    }

    /** A line's id tells an accountant nothing. SKUs are other people's texts, and are said as they are. */
    @Test
    void namesProductsByTheirSkus() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = new Shop().product(428, "2", "50.00", "20.00").product(429, "1", "40.00", "25.00");
        books.work(shop.sku(428, "A").sku(429, "{0} 'b' $1").totals("140.00", "0.00"));
        ExplainedLine revenue = line(books, "BC250", Role.REVENUE);

        assertThat(revenue.words()).contains("credit: 2 × A at 50.00 = 100.00 and 1 × {0} 'b' $1 at 40.00 = 40.00,");
        assertThat(revenue.words(Locale.GERMAN)).contains("2 × A zu 50,00 = 100,00");
        assertThat(revenue.words(Locale.FRENCH)).contains("2 × A à 50,00 = 100,00");
    }

    @Test
    void namesARefundedProductByItsSku() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = new Shop().product(428, "2", "50.00", "20.00").product(429, "1", "40.00", "25.00");
        books.work(shop.sku(428, "A").totals("140.00", "0.00"));
        books.work(shop.refund(refund(7, "50.00", "0.00", List.of(units(428, 1)), card("50.00"))));

        assertThat(line(books, "BC250-R7", Role.REVENUE).words())
                .contains("1 × A")
                .doesNotContain("428");
    }

    /** Readings were kept without SKUs before: one that comes to be known is no change of the order's. */
    @Test
    void namesAChangedProductByItsSku() {
        Bookkeeping books = new Bookkeeping(settings);
        books.work(new Shop().product(428, "2", "50.00", "20.00").totals("100.00", "0.00"));
        books.work(new Shop().product(428, "1", "50.00", "20.00").sku(428, "A").totals("50.00", "0.00"));

        assertThat(line(books, "BC250-A1", Role.REVENUE).words())
                .contains("Product A went from 2 to 1")
                .doesNotContain("sku", "428");
    }

    @Test
    void tellsDiscountsByThePartsAndTheTotal() {
        assertThat(line(edited(), "BC250", Role.DISCOUNTS).words())
                .isEqualTo(
                        "Discounts 14.00, debit: the parts without tax are 160.00 (products 140.00, shipping_cost_ex_tax 12.00,"
                                + " handling_cost_ex_tax 3.00 and wrapping_cost_ex_tax 5.00), and the total without tax is 146.00"
                                + " (total_inc_tax 158.05 less total_tax 12.05). The shop states discount_amount 0.00 and"
                                + " coupon_discount 14.00, so it may be from 0 to 14.00.");
    }

    @Test
    void tellsACorrectionByWhatItShouldHoldAndWhatItHolds() {
        ExplainedLine line = line(edited(), "BC250-A1", Role.RECEIVABLE);
        assertThat(line.words())
                .isEqualTo(
                        "Correction: receivable 48.72, credit. It should hold 74.33 in debit (total_inc_tax 109.33 less"
                                + " gift_certificate_amount 25.00 and store_credit_amount 10.00), and BC250 holds 123.05 in debit;"
                                + " this line is the difference. Product 1 went from 2 to 1, coupon_discount went from 14.00 to"
                                + " 9.00, total_tax went from 12.05 to 8.33 and total_inc_tax went from 158.05 to 109.33"
                                + " (event 9120).");
        assertThat(shown(line))
                .containsExactly(
                        "order.total_inc_tax 109.33",
                        "order.gift_certificate_amount -25.00",
                        "order.store_credit_amount -10.00",
                        "held by BC250 -123.05");
    }

    @Test
    void namesTheSettingOfAnAccountAndTheMissingOnesBeforeIt() {
        settings.accounts.remove("handling");
        settings.accounts.remove("shipping");
        Bookkeeping books = edited();
        assertThat(line(books, "BC250", Role.REVENUE).accountFrom()).isEqualTo("channel 1 «Brand 1», accounts.revenue");
        assertThat(line(books, "BC250", Role.HANDLING).accountFrom())
                .isEqualTo(
                        "channel 1 «Brand 1», accounts.revenue, since accounts.handling and accounts.shipping are not set");
        assertThat(line(books, "BC250-A1", Role.REVENUE).accountFrom())
                .isEqualTo("channel 1 «Brand 1», accounts.revenue");
    }

    @Test
    void namesTheJournalOnWhoseAccountALineTakesBack() {
        Bookkeeping books = refunded();
        assertThat(line(books, "BC250-R7", Role.REVENUE).accountFrom()).isEqualTo("as BC250's line");
    }

    @Test
    void tellsByTheBooksAloneWhereNoReadingIsKept() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedExamplesTest.orderWithEverything();
        books.work(shop);
        shop.status = 5;
        books.work(shop);
        Journal reversal = books.journals.get(1);
        List<ExplainedLine> lines = new BooksAlone(settings.rules().channels().get("1"), books.journals, List.of())
                .of(reversal, Phrase.verbatim("The books alone tell of it."));
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.rule()).isEqualTo(RuleName.BOOKS_ALONE);
            assertThat(line.terms().sum())
                    .isEqualByComparingTo(line.line().amount().amount());
            assertThat(line.accountFrom()).isEqualTo("as BC250's line");
        });
        assertThat(lines.get(0).words())
                .isEqualTo(
                        "Receivable 123.05, credit. The books alone tell of it. It takes back what was there: BC250 123.05.");
    }

    /** Its figures, read back from their texts, come to each line of each kind of journal and of each role, by each rule. */
    @Test
    void explainsEveryRoleEveryKindOfJournalAndEveryRule() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<JournalKind> kinds = EnumSet.noneOf(JournalKind.class);
        Set<RuleName> rules = EnumSet.of(RuleName.BOOKS_ALONE);
        lives().forEach((name, books) -> {
            Explained.check(books, name);
            books.journals.forEach(journal -> kinds.add(journal.kind()));
            Explained.of(books)
                    .values()
                    .forEach(lines -> lines.forEach(line -> {
                        roles.add(line.line().role());
                        rules.add(line.rule());
                        BigDecimal sum = shown(line).stream()
                                .map(figure -> new BigDecimal(figure.substring(figure.lastIndexOf(' ') + 1)))
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                        assertThat(Money.rounded(sum, line.line().amount().currency()))
                                .as(name)
                                .isEqualTo(line.line().amount());
                    }));
        });
        assertThat(roles).containsExactlyInAnyOrder(Role.values());
        assertThat(kinds).containsExactlyInAnyOrder(JournalKind.values());
        assertThat(rules).containsExactlyInAnyOrder(RuleName.values());
    }

    @Test
    void namesTheRulesAsTheDocsHeadThem() throws IOException {
        String text = Files.readString(Path.of("docs/accounting.md"));
        assertThat(RuleName.values()).allSatisfy(rule -> assertThat(text).contains(rule.label()));
    }

    Map<String, Bookkeeping> lives() {
        Map<String, Bookkeeping> lives = new LinkedHashMap<>();
        lives.put("edited", edited());
        lives.put("refunded", refunded());
        lives.put("sold", sold());
        lives.put("moved", moved());
        lives.put("cancelled", cancelled());
        lives.put("owed", owed());
        lives.put("declined", declined());
        lives.put("recorded", recorded());
        lives.put("earlier", earlier());
        lives.put("set aside", setAside());
        lives.put("listed", listed());
        lives.put("net", net());
        return lives;
    }

    private static Shop everything() {
        return WorkedExamplesTest.orderWithEverything();
    }

    private Bookkeeping edited() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        Bookkeeping books = new Bookkeeping(settings);
        books.work(everything());
        Shop edited = everything().withoutProducts().product(1, "1", "50.00", "20.00");
        edited.product(2, "1", "40.00", "15.00").totals("109.33", "8.33");
        edited.coupon = new BigDecimal("9.00");
        edited.modified = Instant.parse("2026-11-04T12:00:00Z");
        books.told(Shop.event(9120, "updated", "2026-11-04T12:00:00Z"));
        books.work(edited);
        return books;
    }

    private static Bookkeeping refunded() {
        Settings settings = new Settings();
        settings.costOfGoods = Channel.CostOfGoods.POST;
        settings.onRefund = Channel.CostOfGoodsOnRefund.REVERSE;
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = everything();
        books.work(shop);
        books.work(shop.refund(WorkedExamplesTest.refundOfOneUnit()));
        books.work(shop.refund(WorkedExamplesTest.refundOfTheRest()));
        return books;
    }

    /** A gift certificate, a fee, and a cent that no discount explains. */
    private static Bookkeeping sold() {
        Bookkeeping books = new Bookkeeping(new Settings());
        Shop shop = new Shop().product(1, "1", "10.00", "0").product("giftcertificate", 2, "1", "50.00", "0");
        shop.fees.add(new OrderFee(1, "custom_fee", new BigDecimal("3.00"), BigDecimal.ZERO));
        books.work(shop.totals("63.01", "0.00"));
        return books;
    }

    private static Bookkeeping moved() {
        Shop pending = everything();
        pending.status = 7;
        Bookkeeping books = new Bookkeeping(new Settings());
        books.work(pending);
        books.told(Shop.status(2, "2026-11-02T12:00:00Z", 7, 11));
        books.work(everything());
        return books;
    }

    private static Bookkeeping cancelled() {
        Bookkeeping books = new Bookkeeping(new Settings());
        Shop shop = everything().refund(WorkedExamplesTest.refundOfOneUnit());
        books.work(shop);
        shop.status = 5;
        books.work(shop);
        return books;
    }

    private static Bookkeeping owed() {
        Settings settings = new Settings();
        settings.accounts.put("refunds-owed", "419800");
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = everything();
        books.work(shop);
        shop.status = 5;
        books.work(shop);
        books.work(shop.refund(refund(
                8,
                "158.05",
                "12.05",
                List.of(amount("ORDER", 250, "158.05")),
                card("123.05"),
                payment("giftcertificate", "25.00", false),
                payment("storecredit", "10.00", false))));
        return books;
    }

    /** One of which half was declined, and one that names no payment. */
    private static Bookkeeping declined() {
        Bookkeeping books = new Bookkeeping(new Settings());
        Shop shop = everything();
        books.work(shop);
        shop.refund(refund(
                7,
                "50.00",
                "0.00",
                List.of(amount("ORDER", 250, "50.00")),
                card("25.00"),
                payment("storecredit", "25.00", true)));
        books.work(shop);
        books.work(shop.refund(refund(8, "20.00", "0.00", List.of(amount("ORDER", 250, "20.00")))));
        return books;
    }

    private static Bookkeeping recorded() {
        Bookkeeping books = new Bookkeeping(new Settings());
        Shop shop = new Shop().product(1, "2", "50.00", "0").totals("108.25", "8.25");
        books.work(shop);
        books.recorded.add(new RecordedRefund(
                1, new BigDecimal("54.13"), new BigDecimal("4.13"), "card", LocalDate.parse("2026-11-05"), 0));
        books.work(shop);
        books.work(shop.refund(refund(7, "60.00", "4.57", List.of(units(1, 1)), card("60.00"))));
        return books;
    }

    private static Bookkeeping earlier() {
        Settings settings = new Settings();
        settings.start = LocalDate.parse("2026-11-01");
        settings.ofEarlierOrders = JournalSettings.RefundsOfEarlierOrders.POST;
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = new Shop().product(1, "2", "50.00", "0").totals("108.25", "8.25");
        books.work(shop.refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), card("54.13"))));
        return books;
    }

    private static Bookkeeping setAside() {
        Bookkeeping books = new Bookkeeping(new Settings());
        Shop shop = new Shop().product(1, "2", "50.00", "0").totals("110.00", "10.00");
        books.setAside();
        books.work(shop);
        shop.shipping = new BigDecimal("5.00");
        shop.totals("115.00", "10.00");
        books.askDifference();
        books.work(shop);
        return books;
    }

    private static Bookkeeping listed() {
        Settings settings = new Settings();
        settings.taxes = Lists.TAXES;
        settings.tenders = Lists.TENDERS;
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedExamplesTest.frenchWithCoupon()
                .paid("braintree", "100.00")
                .paid("paypalexpress", "32.99");
        books.work(shop);
        return books;
    }

    private static Bookkeeping net() {
        Settings settings = new Settings();
        settings.accounts.remove("discounts");
        Bookkeeping books = new Bookkeeping(settings);
        books.work(everything());
        return books;
    }

    private static ExplainedLine line(Bookkeeping books, String reference, Role role) {
        return Explained.of(books).getOrDefault(reference, List.of()).stream()
                .filter(line -> line.line().role() == role)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shown(ExplainedLine line) {
        return line.terms().figures().stream()
                .map(figure -> figure.name() + " " + figure.value().toPlainString())
                .toList();
    }
}
