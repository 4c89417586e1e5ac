package io.ledgerbridge.console.story;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.parked.ShopSays;
import io.ledgerbridge.posting.explained.StatusName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of an order BigCommerce says is kept, and how much the ledger holds of it.
 *
 * @param verdict the end of the sentence's key
 * @param currency null where neither tells
 * @param shop null where it wasn't read
 * @param readAt when BigCommerce was last asked; null where it wasn't
 * @param ledger what posted journals hold by ways of paying
 */
record Holding(
        String verdict,
        @Nullable String currency,
        @Nullable ShopSays shop,
        @Nullable Instant readAt,
        BigDecimal ledger) {

    /** What is owed for a cancelled order is no way of paying: the money is still there. */
    private static final Set<Role> PAID_BY =
            Set.of(Role.RECEIVABLE, Role.GIFT_CERTIFICATES_REDEEMED, Role.STORE_CREDIT);

    private static final Set<String> WITHOUT_ENTRY = Set.of("held", "ignored", "set-aside");

    static Holding of(String state, @Nullable ShopSays shop, @Nullable Instant readAt, List<Journal> journals) {
        String currency = shop != null && shop.currency() != null
                ? shop.currency()
                : journals.stream().map(Holding::currency).findFirst().orElse(null);
        BigDecimal ledger = posted(journals)
                .filter(journal -> currency(journal).equals(currency))
                .flatMap(journal -> journal.lines().stream())
                .filter(line -> PAID_BY.contains(line.role()))
                .map(line -> line.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Holding(currency == null ? "nothing" : verdict(state, shop, ledger), currency, shop, readAt, ledger);
    }

    private static String verdict(String state, @Nullable ShopSays shop, BigDecimal ledger) {
        if (shop == null) {
            return "unread";
        }
        int sign = shop.kept().compareTo(ledger);
        if (sign == 0) {
            return "equal";
        }
        if (WITHOUT_ENTRY.contains(state)) {
            return state;
        }
        if (shop.isCancelled()) {
            return "cancelled";
        }
        return sign > 0 ? "missing" : "more";
    }

    /** By how much the two differ; null where BigCommerce wasn't read. */
    @Nullable
    public BigDecimal difference() {
        return shop == null ? null : shop.kept().subtract(ledger).abs();
    }

    /** BigCommerce's name of the order's status; null where it wasn't read. */
    @Nullable
    public String status() {
        return shop == null ? null : StatusName.alone(shop.status());
    }

    static Stream<Journal> posted(List<Journal> journals) {
        return journals.stream().filter(journal -> journal.state() == JournalState.POSTED);
    }

    private static String currency(Journal journal) {
        return journal.entry().currency().getCurrencyCode();
    }
}
