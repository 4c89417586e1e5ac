package io.ledgerbridge.settings;

import io.ledgerbridge.alerts.AlertSettings;
import io.ledgerbridge.approvals.ApprovalSettings;
import io.ledgerbridge.books.audit.anchors.AnchorsAnew;
import io.ledgerbridge.catchup.SweepSettings;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.credentials.Secret;
import io.ledgerbridge.http.BaseUrl;
import io.ledgerbridge.http.HttpUrl;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.retention.RetentionSettings;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import io.ledgerbridge.work.RetrySettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ledger-bridge} as it is written. What of it is missing or wrong is null until all faults are known; with a fault
 * nobody else gets to see it.
 *
 * @param encryptionKey 32 bytes in Base64, or a Tink JSON keyset
 * @param deployedBy whoever brought these settings, as the deployment says; null where it doesn't
 * @param anchorsAnew the day on which the audit trail may begin anchors anew, and who has said so; null where nobody has
 * @param publicUrl where BigCommerce reaches us: for registering webhooks, for OAuth2
 * @param users by their place in the list, so that each may come from several sources
 * @param stores by store key
 */
@ConfigurationProperties("ledger-bridge")
record LedgerBridgeProperties(
        @NotNull(message = KEY) @Secret EncryptionKey encryptionKey,

        @Size(max = 250, message = "at most 250 characters") @Nullable
        String deployedBy,

        @Pattern(regexp = AnchorsAnew.FORM, message = "a day in UTC and a name, such as 2026-11-05 j.doe") @Nullable
        String anchorsAnew,

        @HttpUrl @Nullable URI publicUrl,
        @Valid @DefaultValue @NestedConfigurationProperty DrainSettings drain,
        @Valid @DefaultValue @NestedConfigurationProperty RetrySettings retry,
        @Valid @DefaultValue @NestedConfigurationProperty SweepSettings sweep,
        @Valid @DefaultValue @NestedConfigurationProperty HookProperties hooks,
        @Valid @DefaultValue @NestedConfigurationProperty LimitProperties limits,
        @Valid @DefaultValue @NestedConfigurationProperty FrontDoorSettings frontDoor,
        @Valid @DefaultValue @NestedConfigurationProperty RetentionSettings retention,
        @Valid @DefaultValue @NestedConfigurationProperty ApprovalSettings approval,
        @Valid @DefaultValue @NestedConfigurationProperty AlertSettings alerts,
        @DefaultValue Map<Integer, @Valid User> users,
        @Valid @DefaultValue @NestedConfigurationProperty OidcProperties oidc,
        @DefaultValue Map<@Pattern(regexp = STORE, message = STORES) String, @Valid StoreProperties> stores) {

    private static final String KEY =
            "32 bytes in Base64, as openssl rand -base64 32 prints them, or a Tink JSON keyset";
    private static final String STORE = "[a-z0-9-]{1,20}";
    private static final String STORES = "a store key, of 1 to 20 characters of a-z, 0-9 and -";

    LedgerBridgeProperties {
        publicUrl = publicUrl == null ? null : BaseUrl.of(publicUrl);
        users = new TreeMap<>(users);
        stores = new TreeMap<>(stores);
    }

    /** @param templates of each store */
    LedgerBridgeSettings settings(Map<String, TemplateFolder> templates) {
        Map<String, StoreSettings> settings = new TreeMap<>();
        stores.forEach((store, each) ->
                settings.put(store, each.settings(store, templates.getOrDefault(store, TemplateFolder.NONE))));
        return new LedgerBridgeSettings(
                encryptionKey,
                deployedBy,
                drain,
                retry,
                sweep,
                retention,
                approval,
                alerts,
                new AnchorsAnew(anchorsAnew),
                hooks.settings(publicUrl),
                limits.settings(),
                frontDoor,
                List.copyOf(users.values()),
                oidc.settings(),
                settings);
    }
}
