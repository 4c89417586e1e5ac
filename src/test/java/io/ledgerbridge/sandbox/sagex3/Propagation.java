package io.ledgerbridge.sandbox.sagex3;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rule by which X3 adds rows of its own to an entry: for each line on one account a row on another and its counterpart on
 * a third, in one ledger. Where these are one account, it nets to zero.
 *
 * @param ledger in which the rows are added
 * @param from the account of the lines that are propagated
 * @param to the account of a row on the line's side
 * @param counterpart the account of a row on the other side
 */
public record Propagation(int ledger, String from, String to, String counterpart) {

    /** The rows that the folder's rules add to an entry. */
    static Stream<LedgerRow> rows(PostedEntry entry, List<Propagation> rules) {
        return entry.lines().stream().flatMap(line -> rules.stream().flatMap(rule -> rule.rows(line)));
    }

    private Stream<LedgerRow> rows(PostedEntry.Line line) {
        return line.account().equals(from)
                ? Stream.of(row(to, line.sign(), line), row(counterpart, -line.sign(), line))
                : Stream.empty();
    }

    private LedgerRow row(String account, int sign, PostedEntry.Line line) {
        return new LedgerRow(
                ledger,
                new PostedEntry.Line(account, null, sign, line.amount(), line.description(), line.dimensions()));
    }
}
