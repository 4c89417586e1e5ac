package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.posting.rules.TenderRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which setting of a channel names the account of a line.
 *
 * @param channel null where it isn't set up any more
 */
record AccountSetting(@Nullable Channel channel, String id) {

    Phrase of(JournalLine line) {
        return channel == null
                ? Phrase.of("account.gone", id)
                : Phrase.of("account.channel", channel.id(), channel.name(), row(channel, line));
    }

    private static Phrase row(Channel channel, JournalLine line) {
        String tender = line.tender();
        if (tender != null) {
            return place(channel.tenders().stream().map(TenderRow::name).toList(), tender, "tenders");
        }
        String code = line.purpose().taxCode();
        return code != null && isOwn(channel, line.role(), code)
                ? place(channel.taxes().stream().map(TaxRow::code).toList(), code, "tax")
                : account(channel, line.role());
    }

    /** Whether a tax code has an account of its own. */
    private static boolean isOwn(Channel channel, Role role, String code) {
        return role == Role.SALES_TAX
                && channel.taxes().stream().anyMatch(row -> code.equals(row.code()) && row.account() != null);
    }

    private static Phrase place(List<@Nullable String> names, String name, String list) {
        int place = names.indexOf(name);
        return place < 0
                ? Phrase.of("account.row-before", list, name)
                : Phrase.of("account.row", place + 1, list, name);
    }

    private static Phrase account(Channel channel, Role role) {
        List<String> settings = switch (role) {
            case SHIPPING, WRAPPING, FEES, ROUNDING, DISCOUNTS -> List.of(role.label(), "revenue");
            case HANDLING -> List.of("handling", "shipping", "revenue");
            default -> List.of(Channel.setting(role));
        };
        List<Phrase> missing = settings.stream()
                .takeWhile(setting -> !channel.accounts().containsKey(setting))
                .map(AccountSetting::named)
                .toList();
        if (missing.size() == settings.size()) {
            return Phrase.of("account.then", named(settings.get(0)));
        }
        Phrase found = named(settings.get(missing.size()));
        return missing.isEmpty()
                ? found
                : Phrase.of(missing.size() == 1 ? "account.since-one" : "account.since", found, missing);
    }

    private static Phrase named(String setting) {
        return Phrase.verbatim("accounts." + setting);
    }
}
