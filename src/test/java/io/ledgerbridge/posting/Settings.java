package io.ledgerbridge.posting;

import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.Policies;
import io.ledgerbridge.posting.rules.PolicyHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.posting.rules.TenderRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A store's settings, as a test changes them. */
public final class Settings {

    @Nullable
    public LocalDate start;

    public ZoneId zone = ZoneId.of("America/Chicago");

    String prefix = "BC";
    JournalSettings.Recognition recognition = JournalSettings.Recognition.IMMEDIATE;
    int roundingLimit = 5;
    JournalSettings.RefundsOfEarlierOrders ofEarlierOrders = JournalSettings.RefundsOfEarlierOrders.PARK;
    JournalSettings.RefundRate refundRate = JournalSettings.RefundRate.ORDER;
    Channel.CostOfGoods costOfGoods = Channel.CostOfGoods.OFF;
    Channel.CostOfGoodsOnRefund onRefund = Channel.CostOfGoodsOnRefund.KEEP;

    @Nullable
    String site;

    public final Map<String, String> accounts = new HashMap<>(Map.ofEntries(
            Map.entry("receivable", "411000"),
            Map.entry("revenue", "707000"),
            Map.entry("shipping", "708500"),
            Map.entry("handling", "708600"),
            Map.entry("wrapping", "708700"),
            Map.entry("fees", "708800"),
            Map.entry("discounts", "709000"),
            Map.entry("sales-tax", "445710"),
            Map.entry("gift-certificates", "419100"),
            Map.entry("store-credit", "419200"),
            Map.entry("cost-of-goods", "607000"),
            Map.entry("inventory", "370000"),
            Map.entry("rounding", "758000")));

    /** Accounts as objects, by setting. */
    final Map<String, Account> objects = new HashMap<>();

    List<TenderRow> tenders = List.of();
    public List<TaxRow> taxes = List.of();
    Map<String, String> customers = Map.of();

    private final List<PolicyHistory.Version> earlier = new ArrayList<>();
    private Instant since = Instant.parse("2026-01-01T00:00:00Z");

    public PostingRules rules() {
        PostingRules today = new PostingRules("us", journal(), Map.of("1", channel("1", ""), "2", channel("2", "9")));
        List<PolicyHistory.Version> versions = new ArrayList<>(earlier);
        versions.add(version(today));
        PolicyHistory history = new PolicyHistory(versions);
        return today.with(Map.of("1", history, "2", history));
    }

    /** What is changed from now on holds since an instant. */
    void changesAt(String instant) {
        earlier.add(version(rules()));
        since = Instant.parse(instant);
    }

    private PolicyHistory.Version version(PostingRules rules) {
        return new PolicyHistory.Version(
                earlier.size() + 1,
                since,
                Policies.of(
                        rules.journal(), Objects.requireNonNull(rules.channels().get("1"))));
    }

    JournalPlanner planner() {
        return new JournalPlanner(rules());
    }

    private JournalSettings journal() {
        return new JournalSettings(
                prefix,
                start,
                "ODGEN",
                "SAL",
                "FR011",
                zone,
                recognition,
                NegativeAmounts.KEEP,
                JournalSettings.ClosedPeriod.PARK,
                List.of(),
                List.of(),
                roundingLimit,
                ofEarlierOrders,
                refundRate,
                EntryStatus.TEMPORARY);
    }

    private Channel channel(String id, String accountPrefix) {
        Map<String, Account> own = new HashMap<>();
        accounts.forEach((setting, account) -> own.put(
                setting,
                new Account(
                        accountPrefix + account,
                        setting.equals("receivable") ? "WEB0" + id : null,
                        Map.of("CCE1", "WEB" + id),
                        null)));
        own.putAll(objects);
        return new Channel(id, "Brand " + id, own, costOfGoods, onRefund, site, tenders, taxes, customers);
    }
}
