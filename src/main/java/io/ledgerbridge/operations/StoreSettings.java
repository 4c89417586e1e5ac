package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.posting.PostingRules;
import io.ledgerbridge.sagex3.FolderSettings;

/** One store: where its orders come from, where its journals go, and how the one becomes the other. */
record StoreSettings(ShopSettings shop, FolderSettings folder, PostingRules rules) {

    static StoreSettings read(String store, SettingsGroup group) {
        SettingsGroup journal = group.group("journal");
        return new StoreSettings(
                ShopReader.read(group.group("bigcommerce")),
                FolderReader.read(group.group("sage-x3"), journal),
                new PostingRules(store, JournalReader.read(journal), ChannelReader.readAll(group)));
    }
}
