package io.ledgerbridge.readings;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.mappings.EntrySettings;
import io.ledgerbridge.mappings.MappingVersion;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.explained.words.NotHad;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stores' settings as versions of their mappings had them, each read once; whether they are set up today doesn't matter. */
final class RulesOfThen {

    private final MappingVersions mappings;
    private final Map<Channel, List<MappingVersion>> versions = new HashMap<>();
    private final Map<Version, PostingRules> rules = new HashMap<>();

    private record Channel(String store, String id) {}

    private record Version(Channel channel, int number) {}

    RulesOfThen(MappingVersions mappings) {
        this.mappings = mappings;
    }

    /**
     * Those of a store, with the mapping of one channel.
     *
     * @param number null where the channel had none: then there is no channel
     * @param settings those of the store, where the channel had none
     * @throws IllegalArgumentException where the version is gone
     */
    PostingRules of(String store, String channel, @Nullable Integer number, @Nullable EntrySettings settings) {
        if (number != null) {
            return rules.computeIfAbsent(new Version(new Channel(store, channel), number), this::read);
        }
        if (settings == null) {
            throw new NotHad(Phrase.of("gone.settings"));
        }
        return new PostingRules(store, settings.settings(), Map.of());
    }

    /** Those of a version of a journal's mapping; empty where it is gone. */
    Optional<PostingRules> find(Journal journal, int number) {
        try {
            return Optional.of(of(journal.store(), journal.channel(), number, null));
        } catch (IllegalArgumentException gone) {
            return Optional.empty();
        }
    }

    private PostingRules read(Version version) {
        Channel channel = version.channel();
        return asOf(version, versions.computeIfAbsent(channel, this::all))
                .or(() -> asOf(version, again(channel)))
                .orElseThrow(() -> new NotHad(Phrase.of("gone.mapping", version.number(), channel.id())));
    }

    /** Another process may have recorded it since. */
    private List<MappingVersion> again(Channel channel) {
        List<MappingVersion> all = all(channel);
        versions.put(channel, all);
        return all;
    }

    private List<MappingVersion> all(Channel channel) {
        return mappings.of(channel.store(), channel.id());
    }

    private static Optional<PostingRules> asOf(Version version, List<MappingVersion> all) {
        return MappingVersion.asOf(version.channel().store(), all, version.number());
    }
}
