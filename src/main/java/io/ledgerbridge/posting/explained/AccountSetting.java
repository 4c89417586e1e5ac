package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;
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

    String of(JournalLine line) {
        if (channel == null) {
            return "channel %s, which is not set up any more".formatted(id);
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
