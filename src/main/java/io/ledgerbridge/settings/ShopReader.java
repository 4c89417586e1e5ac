package io.ledgerbridge.settings;

import static io.ledgerbridge.settings.SettingKind.duration;
import static io.ledgerbridge.settings.SettingKind.secret;
import static io.ledgerbridge.settings.SettingKind.text;
import static io.ledgerbridge.settings.SettingKind.word;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.ShopSettings.SharedHeader;
import io.ledgerbridge.bigcommerce.SignatureScheme;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code bigcommerce} settings of a store. */
final class ShopReader {

    private static final SettingKind<String> STORE_HASH =
            text("[A-Za-z0-9_-]{1,50}", "BigCommerce's name of the store, the part of its API path after /stores/");
    private static final SettingKind<String> HEADER_NAME = text("[A-Za-z0-9-]{1,60}", "the name of an HTTP header");

    private ShopReader() {}

    static ShopSettings read(SettingsGroup shop) {
        Set<SignatureScheme> signature = EnumSet.noneOf(SignatureScheme.class);
        signature.addAll(shop.list("signature", word(SignatureScheme.class)));
        if (signature.isEmpty()) {
            signature.add(SignatureScheme.X_BC_SIGNATURE);
        }
        boolean keyed = !signature.equals(EnumSet.of(SignatureScheme.SHARED_HEADER));
        Setting<String> clientSecret = shop.get("client-secret", secret());
        return new ShopSettings(
                shop.url("api-url").or(URI.create("https://api.bigcommerce.com")),
                shop.get("store-hash", STORE_HASH).required(),
                shop.get("access-token", secret()).orStored(),
                keyed ? clientSecret.orStored() : clientSecret.orNull(),
                signature,
                shop.get("signature-tolerance", duration()).or(Duration.ofHours(50)),
                sharedHeader(shop.group("shared-header"), signature.contains(SignatureScheme.SHARED_HEADER)),
                shop.get("request-timeout", duration()).or(Duration.ofSeconds(30)));
    }

    /** Its value is required where it is the signature, since PUT credentials have no name for it. */
    private static @Nullable SharedHeader sharedHeader(SettingsGroup header, boolean needed) {
        String name = header.get("name", HEADER_NAME).or("X-Ledger-Bridge");
        Setting<String> value = header.get("value", secret());
        return needed || value.isThere() ? new SharedHeader(name, value.required()) : null;
    }
}
