package io.ledgerbridge.mappings;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.PolicyHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code mapping_version}. They are only ever added. */
@Repository
public class MappingVersions {

    private static final Logger LOG = LoggerFactory.getLogger(MappingVersions.class);

    /** So many processes may start at once, each with other settings. */
    private static final int MOST_AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final NewVersions added;
    private final MappingTrail trail;
    private final Words words;

    MappingVersions(JdbcClient jdbc, DatabaseClock clock, MappingTrail trail, Words words) {
        this.jdbc = jdbc;
        this.added = new NewVersions(jdbc, clock);
        this.trail = trail;
        this.words = words;
    }

    /**
     * Records the settings that a store starts with, where they are others than those recorded last.
     *
     * @param deployedBy whoever brought them; null where the deployment doesn't say so
     * @return the same with the policies as they were
     */
    @Transactional
    public PostingRules recorded(PostingRules rules, @Nullable String deployedBy) {
        trail.begin(rules.store());
        Map<String, PolicyHistory> policies = new TreeMap<>();
        new TreeMap<>(rules.channels())
                .forEach((id, channel) ->
                        policies.put(id, MappingVersion.policies(recorded(rules, channel, deployedBy))));
        return rules.with(policies);
    }

    /** All of a store, by channel and number. */
    @Transactional(readOnly = true)
    public List<MappingVersion> of(String store) {
        return jdbc.sql("SELECT * FROM mapping_version WHERE store = :store ORDER BY channel, version")
                .param("store", store)
                .query(MappingVersion::of)
                .list();
    }

    /** All of one channel, by number. */
    @Transactional(readOnly = true)
    public List<MappingVersion> of(String store, String channel) {
        return jdbc.sql("SELECT * FROM mapping_version WHERE store = :store AND channel = :channel ORDER BY version")
                .param("store", store)
                .param("channel", channel)
                .query(MappingVersion::of)
                .list();
    }

    /** Of processes that start at once with other settings each has a version of its own. */
    private List<MappingVersion> recorded(PostingRules rules, Channel channel, @Nullable String deployedBy) {
        String today = MappingVersion.text(Mapping.of(rules.journal(), channel));
        for (int time = 0; time < MOST_AT_ONCE; time++) {
            List<MappingVersion> versions = of(rules.store(), channel.id());
            MappingVersion newest = versions.isEmpty() ? null : versions.get(versions.size() - 1);
            if (newest != null && newest.says(today)) {
                return versions;
            }
            int next = newest == null ? 1 : newest.version() + 1;
            if (added.add(rules.store(), channel.id(), next, today, words.keptOrNull(deployedBy))) {
                trail.recorded(rules.store(), channel.id(), next);
                LOG.info(
                        "Store {}, channel {}: version {} of its mapping holds from now on: {}",
                        rules.store(),
                        channel.id(),
                        next,
                        today);
            }
        }
        throw new IllegalStateException(
                "the mapping of channel %s of store %s can't be recorded: other processes record others all the time"
                        .formatted(channel.id(), rules.store()));
    }
}
