package io.ledgerbridge.settings;

import io.ledgerbridge.alerts.AlertSettings;
import io.ledgerbridge.approvals.ApprovalSettings;
import io.ledgerbridge.books.audit.anchors.AnchorsAnew;
import io.ledgerbridge.catchup.SweepSettings;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.retention.RetentionSettings;
import io.ledgerbridge.settings.binding.SettingsBinding;
import io.ledgerbridge.work.RetrySettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Everything below {@code ledger-bridge}, bound and checked.
 *
 * @param deployedBy whoever brought them, as the deployment says; null where it doesn't
 * @param stores by store key
 */
public record LedgerBridgeSettings(
        EncryptionKey encryptionKey,
        @Nullable String deployedBy,
        DrainSettings drain,
        RetrySettings retry,
        SweepSettings sweep,
        RetentionSettings retention,
        ApprovalSettings approval,
        AlertSettings alerts,
        AnchorsAnew anchorsAnew,
        HookSettings hooks,
        AnswerLimits answers,
        FrontDoorSettings frontDoor,
        List<User> users,
        OidcSettings oidc,
        Map<String, StoreSettings> stores) {

    private static final String NO_STORE =
            "there is no store below ledger-bridge.stores: nothing is received and nothing is posted";

    private static final String NO_MAIL =
            "ledger-bridge.alerts.mail is set, and spring.mail.host isn't: no mail can be sent";

    /**
     * Binds and checks all of them; null if there is a fault.
     *
     * @param faults takes one line each
     * @param warnings takes one line for each that is allowed but unwise
     */
    public static @Nullable LedgerBridgeSettings read(
            ConfigurableEnvironment environment, List<String> faults, List<String> warnings) {
        SettingsBinding<LedgerBridgeProperties> binding =
                SettingsBinding.of("ledger-bridge", LedgerBridgeProperties.class, environment);
        LedgerBridgeSettings settings = binding.bound()
                .map(bound -> new SettingsChecks(bound, binding.findings()).check(isShared(environment)))
                .orElse(null);
        binding.checkPlaces();
        faults.addAll(binding.findings().faults());
        warnings.addAll(binding.findings().warnings());
        if (settings == null || !binding.findings().faults().isEmpty()) {
            return null;
        }
        if (!settings.alerts().mail().isEmpty() && !environment.containsProperty("spring.mail.host")) {
            faults.add(NO_MAIL);
            return null;
        }
        if (settings.stores().isEmpty()) {
            warnings.add(NO_STORE);
        }
        return settings;
    }

    /** H2 on file or in memory is one process's own; any other database may be shared by several. */
    private static boolean isShared(ConfigurableEnvironment environment) {
        String url = environment.getProperty("spring.datasource.url", "jdbc:h2:mem:");
        return !url.startsWith("jdbc:h2:file:") && !url.startsWith("jdbc:h2:mem:");
    }
}
