package io.ledgerbridge.mappings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.Policies;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's settings make of its orders.
 *
 * @param accounts X3's codes, by the name of the setting ({@code sales-tax})
 * @param details what is beside each account, by the same name
 * @param site X3's site, the store's where the channel has none
 * @param dimensions empty: those of each account stand in the details. Processes of the version before can't do without
 * @param name of the channel; null in versions recorded before it was kept
 * @param entries the settings of the store's journals; likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mapping(
        Policies policies,
        Map<String, String> accounts,
        Map<String, Account> details,
        String site,
        Map<String, String> customers,
        Map<String, String> dimensions,
        @Nullable String name,
        @Nullable EntrySettings entries) {

    public Mapping {
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
                Map.of(),
                channel.name(),
                EntrySettings.of(journal));
    }

    /** As settings. */
    Channel channel(String id) {
        return new Channel(
                id,
                Objects.requireNonNullElse(name, id),
                allAccounts(),
                policies.costOfGoods(),
                policies.costOfGoodsOnRefund(),
                site,
                policies.tenders(),
                policies.taxes(),
                customers);
    }

    /** Those of the store; empty in versions of before they were kept. */
    Optional<JournalSettings> journal() {
        return Optional.ofNullable(entries).map(EntrySettings::settings);
    }

    private Map<String, Account> allAccounts() {
        Map<String, Account> all = new TreeMap<>();
        accounts.forEach((setting, code) ->
                all.put(setting, details.getOrDefault(setting, new Account(code, null, dimensions, null))));
        return all;
    }
}
