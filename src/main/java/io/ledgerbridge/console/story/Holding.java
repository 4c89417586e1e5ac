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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of an order BigCommerce says is kept, and how much the ledger holds of it.
 *
 * @param verdict the end of the sentence's key
 * @param currency null where neither tells
 * @param shop null where it wasn't read
 * @param readAt when BigCommerce was last asked; null where it wasn't
 * @param ledger what posted journals hold by ways of paying, and what people set aside
 * @param owed what posted journals hold of what is to be given back for a cancelled order, below zero
 */
record Holding(
        String verdict,
        @Nullable String currency,
        @Nullable ShopSays shop,
        @Nullable Instant readAt,
        BigDecimal ledger,
        BigDecimal owed) {

    private static final Set<String> WITHOUT_ENTRY = Set.of("held", "ignored", "set-aside");

    static Holding of(String state, @Nullable ShopSays shop, @Nullable Instant readAt, List<Journal> journals) {
        String currency = shop != null && shop.currency() != null
                ? shop.currency()
                : journals.stream().map(Holding::currency).findFirst().orElse(null);
        BigDecimal posted = sum(journals, currency, Role::isWayOfPaying);
        BigDecimal ledger = shop == null || WITHOUT_ENTRY.contains(state) ? posted : posted.add(shop.aside());
        BigDecimal owed = sum(journals, currency, Role.REFUNDS_OWED::equals);
        return new Holding(
                currency == null ? "nothing" : verdict(state, shop, ledger, owed),
                currency,
                shop,
                readAt,
                ledger,
                owed);
    }

    private static String verdict(String state, @Nullable ShopSays shop, BigDecimal ledger, BigDecimal owed) {
        if (shop == null) {
            return "unread";
        }
        int sign = shop.kept().compareTo(ledger);
        if (WITHOUT_ENTRY.contains(state)) {
            return sign == 0 ? "equal" : state;
        }
        if (shop.isCancelled()) {
            return ledger.add(owed).signum() == 0 ? "cancelled" : "not-taken-back";
        }
        if (sign == 0) {
            return owed.signum() == 0 ? "equal" : "still-owed";
        }
        return sign > 0 ? "missing" : "more";
    }

    /** By how much the two differ; null where BigCommerce wasn't read. */
    @Nullable
    public BigDecimal difference() {
        if (shop == null) {
            return null;
        }
        return switch (verdict) {
            case "not-taken-back" -> ledger.add(owed).abs();
            case "still-owed" -> owed.abs();
            default -> shop.kept().subtract(ledger).abs();
        };
    }

    /** Whether the ledger doesn't hold what it should. */
    public boolean isAmiss() {
        return Set.of("missing", "more", "not-taken-back", "still-owed").contains(verdict);
    }

    /** What people set aside, where it counts; null where there is nothing. */
    @Nullable
    public BigDecimal aside() {
        return shop == null || shop.aside().signum() == 0 || WITHOUT_ENTRY.contains(verdict) ? null : shop.aside();
    }

    /** BigCommerce's name of the order's status; null where it wasn't read. */
    @Nullable
    public String status() {
        return shop == null ? null : StatusName.alone(shop.status());
    }

    private static BigDecimal sum(List<Journal> journals, @Nullable String currency, Predicate<Role> roles) {
        return posted(journals)
                .filter(journal -> currency(journal).equals(currency))
                .flatMap(journal -> journal.lines().stream())
                .filter(line -> roles.test(line.role()))
                .map(line -> line.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Stream<Journal> posted(List<Journal> journals) {
        return journals.stream().filter(journal -> journal.state() == JournalState.POSTED);
    }

    private static String currency(Journal journal) {
        return journal.entry().currency().getCurrencyCode();
    }
}
