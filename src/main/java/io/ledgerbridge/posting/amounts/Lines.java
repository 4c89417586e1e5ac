package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.PostedJournals;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Accounts;
import io.ledgerbridge.posting.rules.Descriptions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The lines of one journal, in the order of what they are for.
 *
 * @param posted those for Sage X3
 * @param memo those for our books alone
 */
public record Lines(String site, List<JournalLine> posted, List<JournalLine> memo) {

    private record Key(Purpose purpose, Account account) {}

    private static final Comparator<Key> BY_PURPOSE = Comparator.comparing(Key::purpose)
            .thenComparing(key -> key.account().code())
            .thenComparing(key -> String.valueOf(key.account().businessPartner()))
            .thenComparing(key -> String.valueOf(key.account().taxCode()))
            .thenComparing(key -> key.account().dimensions().toString());

    public static Lines of(LedgerAmounts holding, Accounts accounts, Descriptions.Text text) {
        return new Lines(
                accounts.site(), lines(holding.posted(), accounts, text), lines(holding.memo(), accounts, text));
    }

    /**
     * An adjustment, on today's accounts. A receivable that moves to its way of paying comes to nothing on the accounts that
     * hold it.
     *
     * @param held every journal of the place so far
     */
    public static Lines adjusting(
            LedgerAmounts holding, PostedJournals held, Accounts accounts, Descriptions.Text text) {
        Purpose receivable = Purpose.of(Role.RECEIVABLE);
        Amounts posted = holding.posted();
        Money left = held.holding(posted.currency()).posted().of(receivable).plus(posted.of(receivable));
        if (posted.of(receivable).isZero() || !left.isZero()) {
            return of(holding, accounts, text);
        }
        List<JournalLine> moved =
                negated(held.lines().filter(line -> line.purpose().equals(receivable)), text);
        List<JournalLine> others =
                lines(posted.plus(receivable, posted.of(receivable).negated()), accounts, text);
        return new Lines(
                accounts.site(),
                Stream.concat(moved.stream(), others.stream()).toList(),
                lines(holding.memo(), accounts, text));
    }

    /** What takes journals of one place and site back to nothing, on the accounts that they were posted to. */
    public static Lines reversing(PostedJournals held, Descriptions.Text text) {
        return new Lines(held.site(), negated(held.lines(), text), negated(held.memo(), text));
    }

    /**
     * What a refund takes back. A purpose that it brings to nothing comes to nothing on each account that holds it, however
     * the mapping was changed meanwhile; of any other its amount is one line.
     *
     * @param held every journal of the refund's place so far
     */
    public static Lines refunding(
            LedgerAmounts refund, PostedJournals held, Accounts accounts, Descriptions.Text text) {
        LedgerAmounts before = held.holding(refund.posted().currency());
        return new Lines(
                accounts.site(),
                refunding(refund.posted(), before.posted(), held::lines, accounts, text),
                refunding(refund.memo(), before.memo(), held::memo, accounts, text));
    }

    private static List<JournalLine> refunding(
            Amounts refund,
            Amounts held,
            Supplier<Stream<JournalLine>> lines,
            Accounts accounts,
            Descriptions.Text text) {
        return refund.byPurpose().entrySet().stream()
                .flatMap(amount -> amount.getValue()
                                .equals(held.of(amount.getKey()).negated())
                        ? negated(lines.get().filter(line -> line.purpose().equals(amount.getKey())), text).stream()
                        : Stream.of(line(amount, accounts, text)))
                .toList();
    }

    private static List<JournalLine> lines(Amounts amounts, Accounts accounts, Descriptions.Text text) {
        return amounts.byPurpose().entrySet().stream()
                .map(amount -> line(amount, accounts, text))
                .toList();
    }

    private static List<JournalLine> negated(Stream<JournalLine> lines, Descriptions.Text text) {
        Map<Key, Money> sums = new TreeMap<>(BY_PURPOSE);
        lines.forEach(line -> sums.merge(new Key(line.purpose(), Account.of(line)), line.amount(), Money::plus));
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> line(sum.getKey(), sum.getValue().negated(), text))
                .toList();
    }

    private static JournalLine line(Map.Entry<Purpose, Money> amount, Accounts accounts, Descriptions.Text text) {
        Purpose purpose = amount.getKey();
        return accounts.of(purpose).line(purpose, amount.getValue(), text.of(purpose.role()));
    }

    private static JournalLine line(Key key, Money amount, Descriptions.Text text) {
        return key.account().line(key.purpose(), amount, text.of(key.purpose().role()));
    }
}
