package io.ledgerbridge.posting.rules;

import io.ledgerbridge.bigcommerce.reading.ReadPart;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All of a store's settings that shape its journals.
 *
 * @param store store key
 * @param channels by BigCommerce's channel id
 * @param policies of each channel as they were, by its id; a channel without any has always had today's
 */
public record PostingRules(
        String store, JournalSettings journal, Map<String, Channel> channels, Map<String, PolicyHistory> policies) {

    public PostingRules {
        channels = Map.copyOf(channels);
        policies = Map.copyOf(policies);
    }

    /** As they are set today, and always were. */
    public PostingRules(String store, JournalSettings journal, Map<String, Channel> channels) {
        this(store, journal, channels, Map.of());
    }

    /** The same, with the policies that held before. */
    public PostingRules with(Map<String, PolicyHistory> recorded) {
        return new PostingRules(store, journal, channels, recorded);
    }

    /** What is read of a channel's orders for its lists, today's and earlier ones. */
    public Set<ReadPart> lists(String id) {
        Channel channel = channels.get(id);
        Set<ReadPart> parts = EnumSet.noneOf(ReadPart.class);
        if (channel == null) {
            return parts;
        }
        for (PolicyHistory.Version version : policies(channel).versions()) {
            if (!version.policies().tenders().isEmpty()) {
                parts.add(ReadPart.TRANSACTIONS);
            }
            if (!version.policies().taxes().isEmpty()) {
                parts.addAll(EnumSet.of(ReadPart.TAXES, ReadPart.ADDRESSES));
            }
        }
        if (channel.goesByCustomer()) {
            parts.add(ReadPart.CUSTOMER);
        }
        return parts;
    }

    /** The version of a channel's mapping that these settings are, by its id; empty where none is recorded. */
    public Optional<Integer> mapping(String id) {
        return Optional.ofNullable(policies.get(id)).map(PolicyHistory::newest);
    }

    /** Of one of its channels, as they were. */
    public PolicyHistory policies(Channel channel) {
        PolicyHistory recorded = policies.get(channel.id());
        return recorded == null ? PolicyHistory.always(Policies.of(journal, channel)) : recorded;
    }
}
