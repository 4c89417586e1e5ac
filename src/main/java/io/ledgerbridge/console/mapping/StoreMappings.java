package io.ledgerbridge.console.mapping;

import io.ledgerbridge.api.proof.MappingsApi;
import io.ledgerbridge.mappings.MappingVersion;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.Rules;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts together how a store's channels are mapped, and which orders wait for what is missing. */
@Component
class StoreMappings {

    /** The reasons that a setting of the mapping mends. */
    private static final Set<String> OF_MAPPING =
            Set.of("missing-account", "unknown-customer", "unknown-tax", "unknown-tender", "unmapped-channel");

    private static final Comparator<Channel> BY_ID =
            Comparator.comparing((Channel channel) -> channel.id().length()).thenComparing(Channel::id);

    private final Rules rules;
    private final MappingsApi mappings;
    private final DeadLetters letters;

    StoreMappings(Rules rules, MappingsApi mappings, DeadLetters letters) {
        this.rules = rules;
        this.mappings = mappings;
        this.letters = letters;
    }

    List<ChannelCard> channels(String store) {
        List<MappingVersion> versions = mappings.of(store).items();
        return rules.of(store).channels().values().stream()
                .sorted(BY_ID)
                .map(channel -> ChannelCard.of(store, channel, versions))
                .toList();
    }

    List<WaitingFor> waiting(String store) {
        return letters.reasons(store).stream()
                .filter(OF_MAPPING::contains)
                .map(reason -> new WaitingFor(
                        store, reason, letters.page(store, reason, 0, 1).total()))
                .toList();
    }
}
