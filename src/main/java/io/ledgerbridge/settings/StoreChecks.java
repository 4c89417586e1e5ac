package io.ledgerbridge.settings;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.SignatureScheme;
import io.ledgerbridge.posting.rules.SampleJournals;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import io.ledgerbridge.sagex3.templates.Templates;
import io.ledgerbridge.settings.binding.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what no single setting of a store can tell, and its templates. */
final class StoreChecks {

    private final String store;
    private final StoreProperties settings;
    private final Findings findings;
    private final String name;

    StoreChecks(String store, StoreProperties settings, Findings findings) {
        this.store = store;
        this.settings = settings;
        this.findings = findings;
        this.name = "ledger-bridge.stores." + store + ".";
    }

    /** The store's templates; none if they can't be read, or if there is a fault. */
    TemplateFolder check() {
        checkShop();
        new AuthChecks("ledger-bridge.stores." + store, findings)
                .check(settings.sageX3().auth(), settings.sageX3().api());
        checkChannels();
        return checkTemplates();
    }

    private void checkShop() {
        ShopSettings shop = settings.bigcommerce();
        checkStored(name + "bigcommerce.access-token", shop.accessToken(), findings);
        if (!shop.signature().equals(Set.of(SignatureScheme.SHARED_HEADER))) {
            checkStored(name + "bigcommerce.client-secret", shop.clientSecret(), findings);
        }
        if (shop.signature().contains(SignatureScheme.SHARED_HEADER) && shop.sharedHeader() == null) {
            findings.missing(name + "bigcommerce.shared-header.value");
        }
    }

    /** A secret that is missing is no fault, since PUT credentials may have stored it. */
    static void checkStored(String setting, @Nullable String secret, Findings findings) {
        if (secret == null) {
            findings.warn(setting, "is missing, and is needed unless it has been stored with PUT credentials");
        }
    }

    private void checkChannels() {
        if (settings.channels().isEmpty()) {
            findings.warn(name + "channels", "there are none, so every order of this store will park");
        }
        settings.channels()
                .forEach((id, channel) ->
                        new ChannelChecks(name + "channels." + id + ".", id, channel, findings).check());
    }

    /** Samples can only be made by settings that are right. */
    private TemplateFolder checkTemplates() {
        String setting = name + "sage-x3.templates";
        if (!Files.isDirectory(Path.of(settings.sageX3().templates()))) {
            findings.refuse(setting, "a folder that is there");
            return TemplateFolder.NONE;
        }
        TemplateFolder templates = TemplateFolder.in(settings.sageX3().templates());
        if (!findings.isFaultyBelow("ledger-bridge.stores." + store)) {
            FolderSettings folder = settings.sageX3().settings(settings.journal());
            findings.faults(setting, Templates.faults(folder, templates, SampleJournals.of(settings.rules(store))));
        }
        return templates;
    }
}
