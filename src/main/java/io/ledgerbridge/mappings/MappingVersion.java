package io.ledgerbridge.mappings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerbridge.database.JsonColumn;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.posting.rules.PolicyHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * A store's settings as a version had them: of its channel alone. The versions before it tell the policies up to then.
     *
     * @param today what a version of long ago doesn't hold
     * @param versions of the channel, by number
     * @return empty where there is no such version, or one before it is gone
     */
    public static Optional<PostingRules> asOf(PostingRules today, List<MappingVersion> versions, int number) {
        if (number < 1 || number > versions.size() || versions.get(number - 1).version() != number) {
            return Optional.empty();
        }
        MappingVersion then = versions.get(number - 1);
        return Optional.of(new PostingRules(
                today.store(),
                then.mapping().journal(today.journal()),
                Map.of(then.channel(), then.mapping().channel(then.channel())),
                Map.of(then.channel(), policies(versions.subList(0, number)))));
    }

    static PolicyHistory policies(List<MappingVersion> versions) {
        return new PolicyHistory(versions.stream()
                .map(version -> new PolicyHistory.Version(
                        version.since(), version.mapping().policies()))
                .toList());
    }
}
