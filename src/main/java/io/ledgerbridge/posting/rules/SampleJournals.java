package io.ledgerbridge.posting.rules;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Journals that no order has: as long in every text as they come, for a look at how they would be sent. */
public final class SampleJournals {

    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final long ORDER = 1234567890;
    private static final Channel NONE = new Channel(
            "1",
            "1",
            Map.of(),
            Channel.CostOfGoods.OFF,
            Channel.CostOfGoodsOnRefund.KEEP,
            null,
            List.of(),
            List.of(),
            Map.of());

    private SampleJournals() {}

    /** One of each kind for each channel. */
    public static List<Journal> of(PostingRules rules) {
        Collection<Channel> channels =
                rules.channels().isEmpty() ? List.of(NONE) : rules.channels().values();
        return channels.stream()
                .flatMap(channel -> Arrays.stream(JournalKind.values()).map(kind -> journal(rules, channel, kind)))
                .toList();
    }

    /** One whose reference no order can have, since BigCommerce counts from 1. */
    public static Journal unknownToX3(PostingRules rules) {
        Channel channel = rules.channels().values().stream().findFirst().orElse(NONE);
        return journal(rules, channel, JournalKind.ORDER, rules.journal().prefix() + "0", 0);
    }

    private static Journal journal(PostingRules rules, Channel channel, JournalKind kind) {
        String prefix = rules.journal().prefix();
        String digits = "1234567890-R12345678901234".substring(0, JournalEntry.LONGEST_REFERENCE - prefix.length());
        return journal(rules, channel, kind, prefix + digits, ORDER);
    }

    private static Journal journal(
            PostingRules rules, Channel channel, JournalKind kind, String reference, long order) {
        JournalSettings settings = rules.journal();
        JournalEntry entry = new JournalEntry(
                reference,
                settings.entryType(),
                settings.code(),
                channel.site() == null ? settings.site() : channel.site(),
                DAY,
                DAY.minusDays(1),
                DAY.minusDays(2),
                USD,
                "Refund 1234567890 of order 1234567890",
                List.of(
                        line("A11111111111111", Role.RECEIVABLE, "1234.56", channel),
                        line("B22222222222222", Role.REVENUE, "-1100.10", channel),
                        line("C33333333333333", Role.SALES_TAX, "-134.46", channel)));
        Long refund = kind == JournalKind.REFUND ? ORDER : null;
        JournalDraft draft = new JournalDraft(kind, refund, channel.id(), entry, List.of(), null);
        return Journal.counted(0, rules.store(), order, draft, null);
    }

    private static JournalLine line(String account, Role role, String amount, Channel channel) {
        Account set = channel.account(role).orElseGet(() -> Account.of(account));
        Account longest = new Account(account, set.businessPartner(), set.dimensions(), set.taxCode());
        return longest.line(
                Purpose.of(role),
                Money.exactly(new BigDecimal(amount), USD),
                "Refund 1234567890 of order 1234567890 net");
    }
}
