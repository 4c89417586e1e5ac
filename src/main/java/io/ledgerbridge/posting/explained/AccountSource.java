package io.ledgerbridge.posting.explained;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.PostedJournals;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a line has its account from.
 *
 * @param channel as it was set when the journal was planned; null where it isn't set any more
 * @param before the journals on whose accounts it takes back
 */
record AccountSource(@Nullable Channel channel, JournalDraft journal, PostedJournals before) {

    /** @param mapping the version of the channel's mapping that names the account; null where it isn't known */
    Phrase of(JournalLine line, @Nullable Integer mapping) {
        Optional<String> held = takesBack(line) ? holder(line) : Optional.empty();
        return held.isPresent() ? asLine(held.get(), mapping) : asSet(line, mapping);
    }

    private static Phrase asLine(String reference, @Nullable Integer mapping) {
        return mapping == null
                ? Phrase.of("account.as-line", reference)
                : Phrase.of("account.as-line.version", reference, mapping);
    }

    private Phrase asSet(JournalLine line, @Nullable Integer mapping) {
        Phrase setting = new AccountSetting(channel, journal.channel()).of(line);
        return mapping == null ? setting : Phrase.of("account.version", setting, mapping);
    }

    private boolean takesBack(JournalLine line) {
        return switch (journal.kind()) {
            case ORDER -> false;
            case REFUND, REVERSAL -> true;
            case ADJUSTMENT -> clears(line);
        };
    }

    /** An adjustment that leaves nothing of a purpose leaves nothing on any account either. */
    private boolean clears(JournalLine line) {
        return Stream.concat(before.lines(), journal.entry().lines().stream())
                        .filter(other -> other.purpose().equals(line.purpose()))
                        .map(other -> other.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                == 0;
    }

    private Optional<String> holder(JournalLine line) {
        return before.journals().stream()
                .filter(other -> Stream.concat(other.entry().lines().stream(), other.memo().stream())
                        .anyMatch(theirs -> theirs.purpose().equals(line.purpose())
                                && Account.of(theirs).equals(Account.of(line))))
                .map(other -> other.entry().reference())
                .findFirst();
    }
}
