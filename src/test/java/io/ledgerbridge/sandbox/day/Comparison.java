package io.ledgerbridge.sandbox.day;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.day.DayBooks.Shop;
import io.ledgerbridge.sandbox.day.Ledger.Account;
import io.ledgerbridge.sandbox.day.Ledger.Posting;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * X3's trial balance beside what BigCommerce's figures say that it should be, and the same for each order, so that two
 * faults can't make up for each other. Every channel has accounts of its own: a sum on an account is a channel's. What bears
 * a tax code is compared by it.
 */
public final class Comparison {

    private static final int MOST_ORDERS = 12;
    private static final String RULE = "-".repeat(98);

    private final Map<ChannelBooks, Map<String, Turnover>> turnovers =
            new TreeMap<>(Comparator.comparing(ChannelBooks::store)
                    .reversed()
                    .thenComparing(ChannelBooks::channel)
                    .thenComparing(ChannelBooks::name, Comparator.reverseOrder()));
    private final Balances expected = new Balances();
    private final Balances found;

    /** Of one channel in one currency. */
    private static final class Turnover {
        private int orders;
        private int leftOut;
        private int refunds;
        private int declined;
        private BigDecimal ordered = BigDecimal.ZERO;
        private BigDecimal refunded = BigDecimal.ZERO;
    }

    private Comparison(Balances found) {
        this.found = found;
    }

    public static Comparison of(Day day, Ledger x3) {
        return of(day::store, x3);
    }

    /** Of the stores as they are now. */
    public static Comparison of(Function<Shop, Store> stores, Ledger x3) {
        Comparison comparison = new Comparison(Balances.of(x3.postings()));
        for (Shop shop : Shop.values()) {
            Store store = stores.apply(shop);
            for (ObjectNode order : store.orderJson()) {
                if (order.path("channel_id").asLong() == DayBooks.UNMAPPED) {
                    continue;
                }
                long id = order.path("id").asLong();
                ShopOrderSums sums = ShopOrderSums.of(store, id);
                comparison.add(
                        shop, DayBooks.channel(shop, order.path("channel_id").asLong(1), sums.created()), sums);
            }
        }
        return comparison;
    }

    private void add(Shop shop, ChannelBooks books, ShopOrderSums order) {
        Turnover turnover = turnovers
                .computeIfAbsent(books, channel -> new TreeMap<>(Comparator.reverseOrder()))
                .computeIfAbsent(order.currency(), currency -> new Turnover());
        turnover.orders++;
        if (!order.inTheLedger(shop, books)) {
            turnover.leftOut++;
            return;
        }
        turnover.refunds += order.refunds().size();
        turnover.declined += order.refunds().size() - order.counting().size();
        turnover.ordered = turnover.ordered.add(order.total());
        turnover.refunded = turnover.refunded.add(order.refunded());
        order.sums(books)
                .forEach((setting, amount) -> expected.add(new Posting(
                        shop.prefix() + order.id(),
                        new Account(
                                DayBooks.FOLDER, books.account(setting), order.currency(), ChannelBooks.code(setting)),
                        amount)));
    }

    /** What BigCommerce says that X3 should hold. */
    List<Posting> expected() {
        return expected.postings();
    }

    /** Whether an account holds what it shouldn't, for all orders together or for one of them. */
    public boolean differs() {
        return !differences().isEmpty() || !ordersThatDiffer().isEmpty();
    }

    /** The accounts that don't hold what they should. */
    public Set<Account> differences() {
        return accounts().stream()
                .filter(account -> difference(account).signum() != 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The orders, by the reference of their first entry, of which some account doesn't hold what it should. */
    public Set<String> ordersThatDiffer() {
        return expected.ordersWith(found).stream()
                .filter(order -> !expected.differences(order, found).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Account> accounts() {
        return expected.accountsWith(found);
    }

    private BigDecimal difference(Account account) {
        return found.on(account).subtract(expected.on(account));
    }

    /**
     * Prints the whole comparison, 100 columns wide.
     *
     * @return whether anything differs
     */
    public boolean print(PrintStream out) {
        out.println();
        out.println("  What BigCommerce sold");
        out.println("  " + RULE);
        out.printf(
                "  %-22s %-4s %8s %10s %16s %8s %14s %9s%n",
                "store · channel", "", "orders", "left out", "ordered", "refunds", "refunded", "declined");
        turnovers.forEach((books, currencies) -> currencies.forEach((currency, turnover) -> out.printf(
                "  %-22s %-4s %8d %10d %16s %8d %14s %9s%n",
                title(books),
                currency,
                turnover.orders,
                turnover.leftOut,
                money(turnover.ordered, currency),
                turnover.refunds,
                money(turnover.refunded, currency),
                turnover.declined == 0 ? "" : turnover.declined)));
        out.println("  " + RULE);
        printTotals(out);
        printTrialBalance(out);
        return differs();
    }

    private void printTotals(PrintStream out) {
        List<Turnover> all = turnovers.values().stream()
                .flatMap(currencies -> currencies.values().stream())
                .toList();
        out.printf(
                "  %-22s %-4s %8d %10d %16s %8d%n",
                "all",
                "",
                all.stream().mapToInt(turnover -> turnover.orders).sum(),
                all.stream().mapToInt(turnover -> turnover.leftOut).sum(),
                "",
                all.stream().mapToInt(turnover -> turnover.refunds).sum());
        out.println("  left out: incomplete, cancelled, declined, held, migrated, older than books, paid at the till");
    }

    private void printTrialBalance(PrintStream out) {
        out.println();
        out.printf("  The trial balance of Sage X3, folder %s (debit positive, credit negative)%n", DayBooks.FOLDER);
        Set<Account> left = accounts();
        turnovers.keySet().forEach(books -> {
            Set<Account> own = left.stream()
                    .filter(account -> books.all().contains(account.account())
                            && account.folder().equals(DayBooks.FOLDER))
                    .collect(Collectors.toCollection(TreeSet::new));
            left.removeAll(own);
            printAccounts(out, title(books), own, books);
        });
        if (!left.isEmpty()) {
            printAccounts(out, "accounts of no channel", left, null);
        }
        out.println("  " + RULE);
        printVerdict(out);
    }

    private void printVerdict(PrintStream out) {
        Set<String> orders = ordersThatDiffer();
        orders.stream().limit(MOST_ORDERS).forEach(order -> printOrder(out, order));
        if (orders.size() > MOST_ORDERS) {
            out.printf("  … and %d more orders%n", orders.size() - MOST_ORDERS);
        }
        out.printf(
                differs()
                        ? "  DIFFERENT: %d of %d accounts, %d of %d orders%n"
                        : "  No difference: %2$d accounts, %4$d orders%n",
                differences().size(),
                accounts().size(),
                orders.size(),
                expected.ordersWith(found).size());
    }

    private void printOrder(PrintStream out, String order) {
        out.printf("  %s%n", order);
        for (Account account : expected.differences(order, found)) {
            BigDecimal says = expected.on(order, account);
            BigDecimal holds = found.on(order, account);
            out.printf(
                    "    %-38s %-5s %16s %16s %15s%n",
                    account.account() + " " + account.taxCode(),
                    account.currency(),
                    money(says, account.currency()),
                    money(holds, account.currency()),
                    money(holds.subtract(says), account.currency()) + " !");
        }
    }

    private void printAccounts(PrintStream out, String title, Set<Account> accounts, @Nullable ChannelBooks books) {
        out.println("  " + RULE);
        out.printf("  %-46s %16s %16s %15s%n", title, "BigCommerce says", "X3 holds", "difference");
        for (Account account : accounts) {
            out.printf(
                    "    %-8s %-29s %-5s %16s %16s %15s%n",
                    account.account(),
                    books == null ? account.folder() : shortened(books.purpose(account.account(), account.taxCode())),
                    account.currency(),
                    money(expected.on(account), account.currency()),
                    money(found.on(account), account.currency()),
                    difference(account).signum() == 0 ? "=" : money(difference(account), account.currency()) + " !");
        }
        Map<String, BigDecimal> sums = accounts.stream()
                .collect(Collectors.groupingBy(
                        Account::currency,
                        TreeMap::new,
                        Collectors.reducing(BigDecimal.ZERO, account -> found.on(account), BigDecimal::add)));
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.forEach((currency, sum) -> out.printf(
                "    %-8s %-29s %-5s %16s %16s%n", "", "DOES NOT BALANCE", currency, "", money(sum, currency)));
    }

    private static String title(ChannelBooks books) {
        return "%s · %d %s".formatted(books.store(), books.channel(), books.name());
    }

    private static String shortened(String text) {
        return text.length() <= 29 ? text : text.substring(0, 28) + "…";
    }

    private static String money(BigDecimal amount, String currency) {
        int digits = Math.max(
                Currency.getInstance(currency).getDefaultFractionDigits(),
                amount.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + Math.max(digits, 0) + "f", amount);
    }
}
