package io.ledgerbridge.mappings;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.PolicyHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import java.time.ZoneOffset;
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
    private final DatabaseClock clock;

    MappingVersions(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records the settings that a store starts with, where they are others than those recorded last.
     *
     * @param deployedBy whoever brought them; null where the deployment doesn't say so
     * @return the same with the policies as they were
     */
    @Transactional
    public PostingRules recorded(PostingRules rules, @Nullable String deployedBy) {
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
            insert(rules.store(), channel.id(), newest == null ? 1 : newest.version() + 1, today, deployedBy);
        }
        throw new IllegalStateException(
                "the mapping of channel %s of store %s can't be recorded: other processes record others all the time"
                        .formatted(channel.id(), rules.store()));
    }

    /** Of two processes that start at once one records; the other finds it. */
    private void insert(String store, String channel, int number, String text, @Nullable String deployedBy) {
        int inserted = jdbc.sql("""
                        INSERT INTO mapping_version (store, channel, version, since, mapping, deployed_by)
                        VALUES (:store, :channel, :version, :since, :mapping, :by)
                        ON CONFLICT DO NOTHING""")
                .param("store", store)
                .param("channel", channel)
                .param("version", number)
                .param("since", clock.now().atOffset(ZoneOffset.UTC))
                .param("mapping", text)
                .param("by", deployedBy)
                .update();
        if (inserted > 0) {
            LOG.info(
                    "Store {}, channel {}: version {} of its mapping holds from now on: {}",
                    store,
                    channel,
                    number,
                    text);
        }
    }
}
