package io.ledgerbridge.sandbox.sagex3;

import java.util.List;
import java.util.stream.Stream;

/**
 * A line as X3 keeps it for one of the folder's ledgers: GACCENTRYD has a row a line and ledger.
 *
 * @param ledger LEDTYP, the ledger type's number
 */
record LedgerRow(int ledger, PostedEntry.Line line) {

    /** The rows of an entry, line by line, each for every ledger of the folder, and behind them those that X3 adds. */
    static List<LedgerRow> of(PostedEntry entry, Folder folder) {
        return Stream.concat(
                        entry.lines().stream().flatMap(line -> of(line, folder)),
                        Propagation.rows(entry, folder.propagations()))
                .toList();
    }

    private static Stream<LedgerRow> of(PostedEntry.Line line, Folder folder) {
        return folder.ledgers().stream().map(ledger -> new LedgerRow(ledger, line));
    }
}
