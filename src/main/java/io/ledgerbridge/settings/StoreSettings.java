package io.ledgerbridge.settings;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.templates.TemplateFolder;

/** One store: where its orders come from, where its journals go, and how the one becomes the other. */
public record StoreSettings(ShopSettings shop, FolderSettings folder, PostingRules rules, TemplateFolder templates) {}
