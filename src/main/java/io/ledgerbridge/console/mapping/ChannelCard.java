package io.ledgerbridge.console.mapping;

import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.mappings.MappingVersion;
import io.ledgerbridge.posting.rules.Channel;
import java.util.Arrays;
import java.util.List;

/** A channel with its accounts, and the versions of its mapping, the newest first. */
record ChannelCard(String store, Channel channel, List<RoleRow> roles, List<VersionRow> versions) {

    static ChannelCard of(String store, Channel channel, List<MappingVersion> versions) {
        return new ChannelCard(
                store,
                channel,
                Arrays.stream(Role.values())
                        .map(role -> RoleRow.of(channel, role))
                        .toList(),
                VersionRow.of(versions, channel.id()));
    }

    /** For an address within the page. */
    public String anchor() {
        return "channel-" + store + "-" + channel.id();
    }
}
