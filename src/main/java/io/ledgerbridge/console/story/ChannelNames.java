package io.ledgerbridge.console.story;

import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.posting.rules.TenderRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a store calls its channels, and their ways of paying. */
@Component
class ChannelNames {

    /** Those that a refund can be recorded by in every channel. */
    private static final List<String> ALWAYS = List.of("receivable", "store-credit", "gift-certificates");

    private final Rules rules;

    ChannelNames(Rules rules) {
        this.rules = rules;
    }

    @Nullable
    String of(String store, @Nullable String channel) {
        return find(store, channel).map(Channel::name).orElse(null);
    }

    List<String> tenders(String store, @Nullable String channel) {
        Stream<String> own = find(store, channel).stream()
                .flatMap(found -> found.tenders().stream())
                .map(TenderRow::name)
                .filter(Objects::nonNull);
        return Stream.concat(ALWAYS.stream(), own).distinct().toList();
    }

    private Optional<Channel> find(String store, @Nullable String channel) {
        return channel == null
                ? Optional.empty()
                : rules.find(store)
                        .flatMap(found -> Optional.ofNullable(found.channels().get(channel)));
    }
}
