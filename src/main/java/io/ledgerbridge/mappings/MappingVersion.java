package io.ledgerbridge.mappings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerbridge.database.JsonColumn;
import io.ledgerbridge.posting.rules.PolicyHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A channel's mapping, as it was for a time.
 *
 * @param since when it was recorded
 */
record MappingVersion(Instant since, Mapping mapping) {

    private static final JsonColumn<Mapping> MAPPING = new JsonColumn<>(
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build(),
            new TypeReference<>() {},
            "a version of a channel's mapping");

    static MappingVersion of(ResultSet row, int index) throws SQLException {
        return new MappingVersion(
                row.getObject("since", OffsetDateTime.class).toInstant(), MAPPING.read(row.getString("mapping")));
    }

    /** As a row keeps it. */
    static String text(Mapping mapping) {
        return MAPPING.write(mapping);
    }

    static PolicyHistory policies(List<MappingVersion> versions) {
        return new PolicyHistory(versions.stream()
                .map(version -> new PolicyHistory.Version(
                        version.since(), version.mapping().policies()))
                .toList());
    }
}
