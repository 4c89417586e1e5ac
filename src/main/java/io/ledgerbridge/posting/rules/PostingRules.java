package io.ledgerbridge.posting.rules;

import java.util.Map;

/**
 * All of a store's settings that shape its journals.
 *
 * @param store store key
 * @param channels by BigCommerce's channel id
 */
public record PostingRules(String store, JournalSettings journal, Map<String, Channel> channels) {

    public PostingRules {
        channels = Map.copyOf(channels);
    }
}
