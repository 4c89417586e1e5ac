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
 * @param accounts the accounts with what is beside them, by the name of the setting ({@code sales-tax})
 * @param site X3's site, the store's where the channel has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mapping(Policies policies, Map<String, Account> accounts, String site, Map<String, String> customers) {

    Mapping {
        accounts = new TreeMap<>(accounts);
        customers = customers == null ? Map.of() : new TreeMap<>(customers);
    }

    static Mapping of(JournalSettings journal, Channel channel) {
        return new Mapping(
                Policies.of(journal, channel),
                channel.accounts(),
                channel.site() == null ? journal.site() : channel.site(),
                channel.customers());
    }
}
