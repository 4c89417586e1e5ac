package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An order that is edited, refunded in part and cancelled: a journal of each kind, as Sage X3 then holds it. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class NegativeAmountsTest {

    private static final String SETTING = "ledger-bridge.stores.us.journal.negative-amounts";

    static Stream<Map<String, String>> interfaces() {
        return Stream.of(Map.of(), Bench.byRest());
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void swapsSidesForAnX3ThatTakesNoAmountBelowZero(Map<String, String> settings) {
        try (Bench bench = bench(settings, "swap-sides")) {
            bench.x3().ledger().folder(Bench.FOLDER).negativeAmounts(false);

            Map<String, List<String>> posted = liveThrough(bench);

            assertThat(posted.get("")).containsExactlyInAnyOrder(ORDER);
            assertThat(posted.get("-A1")).containsExactlyInAnyOrder("411000 -1 3.30", "708500 1 3.00", "445710 1 0.30");
            assertThat(posted.get("-R1"))
                    .containsExactlyInAnyOrder("411000 -1 19.80", "709000 -1 2.00", "707000 1 20.00", "445710 1 1.80");
            assertThat(posted.get("-V1"))
                    .containsExactlyInAnyOrder(
                            "411000 -1 22.00", "709000 -1 2.00", "707000 1 20.00", "708500 1 2.00", "445710 1 2.00");
            assertZeroOnEveryAccount(bench);
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void keepsEachRoleOnItsSideWhateverItsSign(Map<String, String> settings) {
        try (Bench bench = bench(settings, "keep")) {
            Map<String, List<String>> posted = liveThrough(bench);

            assertThat(posted.get("")).containsExactlyInAnyOrder(ORDER);
            assertThat(posted.get("-A1"))
                    .containsExactlyInAnyOrder("411000 1 -3.30", "708500 -1 -3.00", "445710 -1 -0.30");
            assertThat(posted.get("-R1"))
                    .containsExactlyInAnyOrder(
                            "411000 1 -19.80", "709000 1 -2.00", "707000 -1 -20.00", "445710 -1 -1.80");
            assertThat(posted.get("-V1"))
                    .containsExactlyInAnyOrder(
                            "411000 1 -22.00",
                            "709000 1 -2.00",
                            "707000 -1 -20.00",
                            "708500 -1 -2.00",
                            "445710 -1 -2.00");
            assertZeroOnEveryAccount(bench);
        }
    }

    /** The same either way: nothing is taken back. */
    private static final String[] ORDER = {
        "411000 1 45.10", "709000 1 4.00", "707000 -1 40.00", "708500 -1 5.00", "445710 -1 4.10"
    };

    private static Bench bench(Map<String, String> settings, String negativeAmounts) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(SETTING, negativeAmounts);
        return Bench.start(all);
    }

    /** The lines that X3 has, by what follows the order's reference; a refund's id is written as 1. */
    private static Map<String, List<String>> liveThrough(Bench bench) {
        long order = bench.store()
                .place(
                        Cart.in("USD")
                                .taxRate("0.10")
                                .shipping("5.00")
                                .with(Item.of("TEE", "T-shirt", "20.00").times(2))
                                .with(Discount.coupon("TEN", "10")),
                        1)
                .id();
        bench.store().pay(order);
        await(bench, "BC" + order);
        bench.store().edit(order, cart -> cart.shipping("2.00"));
        await(bench, "BC" + order + "-A1");
        long refund =
                bench.store().refund(order, RefundRequest.of().units("TEE", 1)).id();
        await(bench, "BC" + order + "-R" + refund);
        bench.store().cancel(order);
        await(bench, "BC" + order + "-V1");
        return bench.entries().stream()
                .collect(Collectors.toMap(
                        entry -> entry.reference()
                                .substring(("BC" + order).length())
                                .replace("-R" + refund, "-R1"),
                        NegativeAmountsTest::lines));
    }

    private static void await(Bench bench, String reference) {
        bench.deliver();
        Awaitility.await(reference)
                .until(
                        () -> bench.entries().stream()
                                .filter(entry -> entry.reference().equals(reference))
                                .findFirst(),
                        Optional::isPresent);
    }

    private static List<String> lines(PostedEntry entry) {
        return entry.lines().stream()
                .map(line -> "%s %d %s"
                        .formatted(
                                line.account(),
                                line.sign(),
                                line.amount().setScale(2).toPlainString()))
                .toList();
    }

    private static void assertZeroOnEveryAccount(Bench bench) {
        assertThat(bench.x3().ledger().trialBalance(Bench.FOLDER).values())
                .hasSize(5)
                .allSatisfy(balance -> assertThat(balance).isEqualByComparingTo(BigDecimal.ZERO));
    }
}
