package io.ledgerbridge.mappings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerbridge.database.JsonColumn;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.posting.rules.PolicyHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel's mapping, as it was for a time.
 *
 * @param version from 1, without gaps
 * @param since when it was recorded
 * @param deployedBy whoever brought it, where the deployment said so
 * @param sha256 of its text
 */
public record MappingVersion(
        String channel,
        int version,
        Instant since,
        @Nullable String deployedBy,
        String sha256,
        Mapping mapping) {

    private static final JsonColumn<Mapping> MAPPING = new JsonColumn<>(
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build(),
            new TypeReference<>() {},
            "a version of a channel's mapping");

    static MappingVersion of(ResultSet row, int index) throws SQLException {
        String text = row.getString("mapping");
        return new MappingVersion(
                row.getString("channel"),
                row.getInt("version"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("deployed_by"),
                Sha256.of(text),
                MAPPING.read(text));
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
