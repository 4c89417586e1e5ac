package io.ledgerbridge.readings;

import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stores' settings as versions of their mappings had them, each read once. */
final class RulesOfThen {

    private final Rules today;
    private final MappingVersions mappings;
    private final Map<Version, PostingRules> read = new HashMap<>();

    private record Version(String store, String channel, int number) {}

    RulesOfThen(Rules today, MappingVersions mappings) {
        this.today = today;
        this.mappings = mappings;
    }

    /**
     * Those of a store, with the mapping of one channel.
     *
     * @param number null where the channel had none: then there is no channel
     * @throws IllegalArgumentException where the store is not set up any more, or the version is gone
     */
    PostingRules of(String store, String channel, @Nullable Integer number) {
        PostingRules now = today.of(store);
        return number == null
                ? new PostingRules(store, now.journal(), Map.of())
                : read.computeIfAbsent(new Version(store, channel, number), version -> read(now, version));
    }

    private PostingRules read(PostingRules now, Version version) {
        return mappings.asOf(now, version.channel(), version.number())
                .orElseThrow(() -> new IllegalArgumentException("version %d of the mapping of channel %s is gone"
                        .formatted(version.number(), version.channel())));
    }
}
