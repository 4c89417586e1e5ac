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
 * @param version from 1
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

    /** Whether it says the same as a text, whatever it looks like there. */
    boolean says(String text) {
        try {
            return mapping.equals(MAPPING.read(text));
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A store's settings as a version had them: of its channel alone. The versions before it tell the policies up to then.
     *
     * @param versions of the channel, by number
     * @return empty where there is no such version, or it was recorded before versions held all that orders are planned by
     */
    public static Optional<PostingRules> asOf(String store, List<MappingVersion> versions, int number) {
        List<MappingVersion> before =
                versions.stream().filter(one -> one.version() <= number).toList();
        return before.stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .flatMap(then -> then.mapping()
                        .journal()
                        .map(journal -> new PostingRules(
                                store,
                                journal,
                                Map.of(then.channel(), then.mapping().channel(then.channel())),
                                Map.of(then.channel(), policies(before)))));
    }

    static PolicyHistory policies(List<MappingVersion> versions) {
        return new PolicyHistory(versions.stream()
                .map(version -> new PolicyHistory.Version(
                        version.version(), version.since(), version.mapping().policies()))
                .toList());
    }
}
