package io.ledgerbridge.mappings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.anchors.AnchorsAnew;
import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.database.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes in a store's own chain which versions of its mappings were recorded. */
@Component
class MappingTrail {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINKS_AT_ONCE = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(MappingTrail.class);

    /** From this link on the chain tells of every version. */
    private static final String BEGUN = "mappings-begun";

    private static final String RECORDED = "mapping-recorded";

    private final JdbcClient jdbc;
    private final StoreTrail trail;
    private final AnchorsAnew anew;
    private final Clock clock;

    MappingTrail(JdbcClient jdbc, StoreTrail trail, AnchorsAnew anew, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.anew = anew;
        this.clock = clock;
    }

    /** A version as its row has it; whether it can be read doesn't matter here. */
    private record Row(
            String channel,
            int version,
            Instant since,
            String sha256,
            @Nullable String deployedBy) {

        static Row of(ResultSet row, int index) throws SQLException {
            return new Row(
                    row.getString("channel"),
                    row.getInt("version"),
                    row.getTimestamp("since").toInstant(),
                    Sha256.of(row.getString("mapping")),
                    row.getString("deployed_by"));
        }

        static String name(String channel, int version) {
            return channel + " " + version;
        }

        String name() {
            return name(channel, version);
        }
    }

    /**
     * Has the store's chain for this transaction alone. At the first start that notes them, the versions that are there were
     * recorded by the program of before. So they were where a person answers for it: after the program of before has run once
     * more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(String store) {
        trail.lock(store);
        Optional<String> by = anew.by(clock.instant());
        if (!trail.tells(store, BEGUN)) {
            List<Row> rows = rows(store);
            trail.append(store, BEGUN, Map.of("versions", rows.size()));
            rows.forEach(row -> note(store, row));
        } else if (by.isPresent()) {
            Set<String> told = told(store);
            rows(store).stream().filter(row -> !told.contains(row.name())).forEach(row -> {
                LOG.warn(
                        "Store {}: {} answers for version {} of the mapping of channel {}, of which the audit trail doesn't tell",
                        store,
                        by.get(),
                        row.version(),
                        row.channel());
                Map<String, Object> detail = detail(row);
                detail.put("answeredBy", by.get());
                trail.append(store, RECORDED, detail);
            });
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(String store, String channel, int version) {
        rows(store).stream()
                .filter(row -> row.channel().equals(channel) && row.version() == version)
                .forEach(row -> note(store, row));
    }

    private List<Row> rows(String store) {
        return jdbc.sql("SELECT * FROM mapping_version WHERE store = :store ORDER BY channel, version")
                .param("store", store)
                .query(Row::of)
                .list();
    }

    private void note(String store, Row row) {
        trail.append(store, RECORDED, detail(row));
    }

    private Set<String> told(String store) {
        Set<String> told = new HashSet<>();
        List<AuditLink> some = trail.after(store, 0, LINKS_AT_ONCE);
        while (!some.isEmpty()) {
            some.stream()
                    .filter(link -> link.step().equals(RECORDED))
                    .map(link -> json(link.detail()))
                    .forEach(detail -> told.add(Row.name(
                            detail.path("channel").asText(),
                            detail.path("version").asInt())));
            some = trail.after(store, some.get(some.size() - 1).link(), LINKS_AT_ONCE);
        }
        return told;
    }

    private static JsonNode json(String detail) {
        try {
            return JSON.readTree(detail);
        } catch (JsonProcessingException changed) {
            return MissingNode.getInstance();
        }
    }

    private static Map<String, Object> detail(Row row) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("channel", row.channel());
        detail.put("version", row.version());
        detail.put("since", row.since().toString());
        detail.put("sha256", row.sha256());
        detail.put("by", Objects.requireNonNullElse(row.deployedBy(), ""));
        return detail;
    }
}
