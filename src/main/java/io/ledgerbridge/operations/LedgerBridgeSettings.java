package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.HookSettings;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.inbox.DrainSettings;
import io.ledgerbridge.inbox.RetrySettings;
import io.ledgerbridge.inbox.SweepSettings;
import io.ledgerbridge.sagex3.AnswerLimits;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Everything below {@code ledger-bridge}.
 *
 * @param stores by store key
 */
record LedgerBridgeSettings(
        EncryptionKey encryptionKey,
        DrainSettings drain,
        RetrySettings retry,
        SweepSettings sweep,
        HookSettings hooks,
        AnswerLimits answers,
        List<User> users,
        OidcSettings oidc,
        Map<String, StoreSettings> stores) {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBridgeSettings.class);
    private static final String ROOT = "ledger-bridge";

    /**
     * Reads and checks all of them, and logs what is allowed but unwise.
     *
     * @throws WrongSettings with all faults at once
     */
    static LedgerBridgeSettings read(ConfigurableEnvironment environment) {
        ConfigurationPropertyName root = ConfigurationPropertyName.of(ROOT);
        RawSettings raw = new RawSettings(environment);
        LedgerBridgeSettings settings =
                new SettingsReader(new SettingsGroup(raw, root, ROOT), isShared(environment)).read();
        raw.names().eachUnknown(raw.below(root), raw::fault);
        if (!raw.faults().isEmpty()) {
            throw new WrongSettings(raw.faults());
        }
        raw.warnings().forEach(LOG::warn);
        return settings;
    }

    /** H2 on file or in memory is one process's own; any other database may be shared by several. */
    private static boolean isShared(ConfigurableEnvironment environment) {
        String url = environment.getProperty("spring.datasource.url", "jdbc:h2:mem:");
        return !url.startsWith("jdbc:h2:file:") && !url.startsWith("jdbc:h2:mem:");
    }
}
