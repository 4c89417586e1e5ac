package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.rules.PostingRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The books of one order, in which Sage X3 takes whatever is planned. */
public final class Bookkeeping {

    public final List<Journal> journals = new ArrayList<>();
    public final List<OrderEvent> events = new ArrayList<>();
    public OrderFacts facts = OrderFacts.NONE;
    public boolean asked;
    private final List<SetAside> setAside = new ArrayList<>();
    public final List<RecordedRefund> recorded = new ArrayList<>();
    private long settledUpTo;
    /** When it is posted. */
    Instant now = Instant.parse("2026-11-10T12:00:00Z");
    /** Whether the latest working posted anything. */
    boolean posted;

    /** What each working planned, and from what. */
    public final List<Planned> planned = new ArrayList<>();

    private PostingRules rules;

    public Bookkeeping(Settings settings) {
        this.rules = settings.rules();
    }

    /** From what journals were planned. */
    public record Planned(PostingRules rules, OrderReading reading, OrderHistory known, List<Journal> journals) {}

    public void settings(Settings settings) {
        rules = settings.rules();
    }

    public void told(OrderEvent event) {
        events.add(event);
    }

    public void setAside() {
        setAside.add(new SetAside(SetAside.ORDER, null, false));
    }

    public void setAside(long refund) {
        setAside.add(new SetAside(refund, null, false));
    }

    /** Once more, after what was entered by hand is corrected. */
    void setAsideAnew(long refund) {
        setAside.removeIf(one -> one.refund() == refund);
        setAside(refund);
    }

    public void askDifference() {
        setAside.replaceAll(one -> new SetAside(one.refund(), one.kept(), true));
    }

    /** Reads the order, plans, and posts. */
    public Plan work(OrderReading reading) {
        facts = facts.with(reading.order());
        OrderHistory known = new OrderHistory(journals, events, settledUpTo, facts, asked, setAside, recorded);
        Plan plan = new JournalPlanner(rules).plan(reading, known);
        if (plan.kept() != null) {
            setAside.replaceAll(
                    one -> one.refund() == SetAside.ORDER ? new SetAside(one.refund(), plan.kept(), false) : one);
        }
        setAside.replaceAll(one -> one.refund() == SetAside.ORDER || one.kept() != null
                ? one
                : new SetAside(one.refund(), SetAside.ofRefund(reading, one.refund()), false));
        posted = !plan.journals().isEmpty();
        plan.journals().forEach(this::post);
        List<Journal> added = journals.subList(journals.size() - plan.journals().size(), journals.size());
        planned.add(new Planned(rules, reading, known, List.copyOf(added)));
        if (plan.decision() != Decision.PARK || plan.isHeldByTheLedger()) {
            settledUpTo = events.stream().mapToLong(OrderEvent::id).max().orElse(0);
        }
        return plan;
    }

    public Plan work(Shop shop) {
        return work(shop.reading());
    }

    public void post(JournalDraft draft) {
        journals.add(new Journal(
                journals.size() + 1L,
                "us",
                "SEED",
                250,
                1,
                JournalState.POSTED,
                draft,
                1,
                Instant.EPOCH,
                1L,
                "hash",
                "X3-" + journals.size(),
                null,
                now,
                now,
                null,
                null,
                JournalOrigin.UNKNOWN));
    }

    /** What each account holds, by currency, where it holds anything. */
    public Map<String, BigDecimal> byAccount() {
        return byAccount(Journal::lines);
    }

    Map<String, BigDecimal> memoByAccount() {
        return byAccount(Journal::memo);
    }

    Map<Purpose, BigDecimal> byPurpose() {
        Map<Purpose, BigDecimal> sums = new TreeMap<>();
        journals.forEach(journal -> journal.lines()
                .forEach(line -> sums.merge(line.purpose(), line.amount().amount(), BigDecimal::add)));
        return sums;
    }

    Map<Role, BigDecimal> byRole() {
        Map<Role, BigDecimal> sums = new TreeMap<>();
        journals.forEach(journal -> journal.lines()
                .forEach(line -> sums.merge(line.role(), line.amount().amount(), BigDecimal::add)));
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private Map<String, BigDecimal> byAccount(Function<Journal, List<JournalLine>> which) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        journals.forEach(journal -> which.apply(journal)
                .forEach(line -> sums.merge(
                        journal.entry().currency() + " " + line.account(),
                        line.amount().amount(),
                        BigDecimal::add)));
        return stripped(sums);
    }

    /** Without what is zero, and without zeros at the end. */
    static Map<String, BigDecimal> stripped(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> stripped = new TreeMap<>();
        sums.forEach((account, sum) -> {
            if (sum.signum() != 0) {
                stripped.put(account, sum.stripTrailingZeros());
            }
        });
        return stripped;
    }

    static BigDecimal sum(List<JournalLine> lines) {
        return lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Why a plan parks; an error where it doesn't. */
    static ParkReason parked(Plan plan) {
        assertThat(plan.decision()).as(plan.why()).isEqualTo(Decision.PARK);
        return Objects.requireNonNull(plan.reason());
    }

    public static String shown(List<JournalLine> lines) {
        return lines.stream()
                .map(line -> line.purpose() + " " + line.amount().amount().toPlainString())
                .collect(Collectors.joining(" · "));
    }

    public static String shown(JournalDraft draft) {
        return draft.entry().reference() + " " + draft.entry().accountingDate() + ": "
                + shown(draft.entry().lines());
    }

    public static List<String> shown(Plan plan) {
        return plan.journals().stream().map(Bookkeeping::shown).toList();
    }
}
