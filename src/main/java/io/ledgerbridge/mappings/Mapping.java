package io.ledgerbridge.mappings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.Policies;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's settings make of its orders.
 *
 * @param accounts the accounts as set, by the name of the setting ({@code sales-tax})
 * @param site X3's site, the store's where the channel has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mapping(
        Policies policies,
        Map<String, String> accounts,
        @Nullable String businessPartner,
        String site,
        Map<String, String> dimensions) {

    Mapping {
        accounts = new TreeMap<>(accounts);
        dimensions = new TreeMap<>(dimensions);
    }

    static Mapping of(JournalSettings journal, Channel channel) {
        return new Mapping(
                Policies.of(journal, channel),
                channel.accounts(),
                channel.businessPartner(),
                channel.site() == null ? journal.site() : channel.site(),
                channel.dimensions());
    }
}
