package io.ledgerbridge.posting.explained;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.PostedJournals;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.posting.rules.TenderRow;
import java.math.BigDecimal;
import java.util.List;
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
    String of(JournalLine line, @Nullable Integer mapping) {
        Optional<String> held = takesBack(line) ? holder(line) : Optional.empty();
        String version = mapping == null ? "" : "mapping version " + mapping;
        return held.map(reference ->
                        "as %s's line%s".formatted(reference, version.isEmpty() ? "" : " (" + version + ")"))
                .orElseGet(() -> setting(line) + (version.isEmpty() ? "" : ", " + version));
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

    private String setting(JournalLine line) {
        if (channel == null) {
            return "channel %s, which is not set up any more".formatted(journal.channel());
        }
        return "channel %s «%s», %s".formatted(channel.id(), channel.name(), row(channel, line));
    }

    private static String row(Channel channel, JournalLine line) {
        String tender = line.tender();
        if (tender != null) {
            return place(channel.tenders().stream().map(TenderRow::name).toList(), tender, "tenders");
        }
        String code = line.purpose().taxCode();
        boolean isOwn = code != null
                && line.role() == Role.SALES_TAX
                && channel.taxes().stream().anyMatch(row -> code.equals(row.code()) && row.account() != null);
        return isOwn
                ? place(channel.taxes().stream().map(TaxRow::code).toList(), code, "tax")
                : account(channel, line.role());
    }

    private static String place(List<@Nullable String> names, @Nullable String name, String list) {
        int place = names.indexOf(name);
        return place < 0
                ? "a row of %s «%s» that was there before".formatted(list, name)
                : "row %d of %s «%s»".formatted(place + 1, list, name);
    }

    private static String account(Channel channel, Role role) {
        List<String> settings = switch (role) {
            case SHIPPING, WRAPPING, FEES, ROUNDING, DISCOUNTS -> List.of(role.label(), "revenue");
            case HANDLING -> List.of("handling", "shipping", "revenue");
            default -> List.of(Channel.setting(role));
        };
        List<String> missing = settings.stream()
                .takeWhile(setting -> !channel.accounts().containsKey(setting))
                .map(setting -> "accounts." + setting)
                .toList();
        if (missing.size() == settings.size()) {
            return "accounts.%s as it was set then".formatted(settings.get(0));
        }
        String found = "accounts." + settings.get(missing.size());
        return missing.isEmpty()
                ? found
                : "%s, since %s %s not set"
                        .formatted(found, Sentences.and(missing), missing.size() == 1 ? "is" : "are");
    }
}
