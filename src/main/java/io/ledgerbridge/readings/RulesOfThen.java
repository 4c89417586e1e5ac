package io.ledgerbridge.readings;

import io.ledgerbridge.mappings.MappingVersion;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stores' settings as versions of their mappings had them, each read once. */
final class RulesOfThen {

    private final Rules today;
    private final MappingVersions mappings;
    private final Map<Channel, List<MappingVersion>> versions = new HashMap<>();
    private final Map<Version, PostingRules> rules = new HashMap<>();

    private record Channel(String store, String id) {}

    private record Version(Channel channel, int number) {}

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
                : rules.computeIfAbsent(
                        new Version(new Channel(store, channel), number), version -> asOf(now, version));
    }

    private PostingRules asOf(PostingRules now, Version version) {
        List<MappingVersion> all =
                versions.computeIfAbsent(version.channel(), channel -> mappings.of(channel.store(), channel.id()));
        return MappingVersion.asOf(now, all, version.number())
                .orElseThrow(() -> new IllegalArgumentException("version %d of the mapping of channel %s is gone"
                        .formatted(version.number(), version.channel().id())));
    }
}
