package io.ledgerbridge.mappings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.Policies;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a channel's settings make of its orders.
 *
 * @param accounts X3's codes, by the name of the setting ({@code sales-tax})
 * @param details what is beside each account, by the same name
 * @param site X3's site, the store's where the channel has none
 * @param dimensions empty: those of each account stand in the details. Processes of the version before can't do without
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mapping(
        Policies policies,
        Map<String, String> accounts,
        Map<String, Account> details,
        String site,
        Map<String, String> customers,
        Map<String, String> dimensions) {

    Mapping {
        accounts = new TreeMap<>(accounts);
        details = details == null ? Map.of() : new TreeMap<>(details);
        customers = customers == null ? Map.of() : new TreeMap<>(customers);
        dimensions = dimensions == null ? Map.of() : new TreeMap<>(dimensions);
    }

    static Mapping of(JournalSettings journal, Channel channel) {
        Map<String, String> codes = new TreeMap<>();
        channel.accounts().forEach((setting, account) -> codes.put(setting, account.code()));
        return new Mapping(
                Policies.of(journal, channel),
                codes,
                channel.accounts(),
                channel.site() == null ? journal.site() : channel.site(),
                channel.customers(),
                Map.of());
    }
}
