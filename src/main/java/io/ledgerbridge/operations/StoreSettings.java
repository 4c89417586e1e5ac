package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.posting.PostingRules;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Templates;

/** One store: where its orders come from, where its journals go, and how the one becomes the other. */
record StoreSettings(ShopSettings shop, FolderSettings folder, PostingRules rules) {

    static StoreSettings read(String store, SettingsGroup group) {
        SettingsGroup journal = group.group("journal");
        SettingsGroup folder = group.group("sage-x3");
        StoreSettings settings = new StoreSettings(
                ShopReader.read(group.group("bigcommerce")),
                FolderReader.read(folder, journal),
                new PostingRules(store, JournalReader.read(journal), ChannelReader.readAll(group)));
        if (!folder.isFaulty("templates")) {
            folder.faults("templates", Templates.faults(settings.folder, SampleJournals.of(settings.rules)));
        }
        return settings;
    }
}
