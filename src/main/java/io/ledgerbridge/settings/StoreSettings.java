package io.ledgerbridge.settings;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import io.ledgerbridge.sagex3.templates.Templates;

/** One store: where its orders come from, where its journals go, and how the one becomes the other. */
public record StoreSettings(ShopSettings shop, FolderSettings folder, PostingRules rules, TemplateFolder templates) {

    static StoreSettings read(String store, SettingsGroup group) {
        SettingsGroup journal = group.group("journal");
        SettingsGroup folder = group.group("sage-x3");
        ShopSettings shop = ShopReader.read(group.group("bigcommerce"));
        FolderSettings x3 = FolderReader.read(folder, journal);
        TemplateFolder templates =
                folder.isFaulty("templates") ? TemplateFolder.NONE : TemplateFolder.in(x3.templates());
        PostingRules rules = new PostingRules(store, JournalReader.read(journal), ChannelReader.readAll(group));
        if (!folder.isFaulty("templates")) {
            folder.faults("templates", Templates.faults(x3, templates, SampleJournals.of(rules)));
        }
        return new StoreSettings(shop, x3, rules, templates);
    }
}
