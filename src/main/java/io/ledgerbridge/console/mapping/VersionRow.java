package io.ledgerbridge.console.mapping;

import io.ledgerbridge.mappings.MappingVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of a channel's mapping.
 *
 * @param changes to the one before; of the first none
 */
record VersionRow(MappingVersion version, List<Change> changes) {

    /** Those of one channel, the newest first. */
    static List<VersionRow> of(List<MappingVersion> versions, String channel) {
        List<VersionRow> rows = new ArrayList<>();
        MappingVersion before = null;
        for (MappingVersion version : versions) {
            if (version.channel().equals(channel)) {
                rows.add(
                        0,
                        new VersionRow(
                                version,
                                before == null ? List.of() : Changes.between(before.mapping(), version.mapping())));
                before = version;
            }
        }
        return rows;
    }
}
