package io.ledgerbridge.console.orders;

import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A channel to choose, by BigCommerce's id and the name in the settings. */
public record ChannelChoice(String id, String title) {

    /** Those of a store, or of all: one id may be a channel of several. */
    static List<ChannelChoice> of(Rules rules, @Nullable String store) {
        Stream<PostingRules> stores = rules.all().values().stream()
                .filter(each -> store == null || each.store().equals(store));
        return stores.flatMap(each -> each.channels().values().stream())
                .map(channel -> new ChannelChoice(channel.id(), (channel.id() + " " + channel.name()).strip()))
                .distinct()
                .sorted((one, other) -> one.title().compareTo(other.title()))
                .toList();
    }
}
