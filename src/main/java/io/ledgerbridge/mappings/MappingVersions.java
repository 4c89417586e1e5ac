package io.ledgerbridge.mappings;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.PolicyHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code mapping_version}. They are only ever added. */
@Repository
public class MappingVersions {

    private static final Logger LOG = LoggerFactory.getLogger(MappingVersions.class);

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    MappingVersions(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records the settings that a store starts with, where they are others than those recorded last.
     *
     * @return the same with the policies as they were
     */
    @Transactional
    public PostingRules recorded(PostingRules rules) {
        Map<String, PolicyHistory> policies = new TreeMap<>();
        new TreeMap<>(rules.channels())
                .forEach((id, channel) -> policies.put(id, MappingVersion.policies(recorded(rules, channel))));
        return rules.with(policies);
    }

    private List<MappingVersion> recorded(PostingRules rules, Channel channel) {
        Mapping today = Mapping.of(rules.journal(), channel);
        List<MappingVersion> before = versions(rules.store(), channel.id());
        if (!before.isEmpty() && before.get(before.size() - 1).mapping().equals(today)) {
            return before;
        }
        insert(rules.store(), channel.id(), before.size() + 1, today);
        return versions(rules.store(), channel.id());
    }

    /** Of two processes that start at once one records; the other finds it. */
    private void insert(String store, String channel, int number, Mapping mapping) {
        String text = MappingVersion.text(mapping);
        jdbc.sql("""
                        INSERT INTO mapping_version (store, channel, version, since, mapping)
                        VALUES (:store, :channel, :version, :since, :mapping)
                        ON CONFLICT DO NOTHING""")
                .param("store", store)
                .param("channel", channel)
                .param("version", number)
                .param("since", clock.now().atOffset(ZoneOffset.UTC))
                .param("mapping", text)
                .update();
        LOG.info("Store {}, channel {}: version {} of its mapping holds from now on: {}", store, channel, number, text);
    }

    private List<MappingVersion> versions(String store, String channel) {
        return jdbc.sql("""
                        SELECT version, since, mapping FROM mapping_version
                        WHERE store = :store AND channel = :channel
                        ORDER BY version""")
                .param("store", store)
                .param("channel", channel)
                .query(MappingVersion::of)
                .list();
    }
}
