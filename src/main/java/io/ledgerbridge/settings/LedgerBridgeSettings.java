package io.ledgerbridge.settings;

import io.ledgerbridge.catchup.SweepSettings;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.retention.RetentionSettings;
import io.ledgerbridge.work.DrainSettings;
import io.ledgerbridge.work.RetrySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Everything below {@code ledger-bridge}.
 *
 * @param stores by store key
 */
public record LedgerBridgeSettings(
        EncryptionKey encryptionKey,
        DrainSettings drain,
        RetrySettings retry,
        SweepSettings sweep,
        RetentionSettings retention,
        HookSettings hooks,
        AnswerLimits answers,
        FrontDoorSettings frontDoor,
        List<User> users,
        OidcSettings oidc,
        Map<String, StoreSettings> stores) {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBridgeSettings.class);
    private static final String ROOT = "ledger-bridge";

    private static final String NO_STORE =
            "there is no store below ledger-bridge.stores: nothing is received and nothing is posted";

    /**
     * Reads and checks all of them, and logs what is allowed but unwise.
     *
     * @throws WrongSettings with all faults at once
     */
    public static LedgerBridgeSettings read(ConfigurableEnvironment environment) {
        List<String> faults = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        LedgerBridgeSettings settings = read(environment, faults, warnings);
        if (settings == null) {
            throw new WrongSettings(faults);
        }
        warnings.forEach(LOG::warn);
        return settings;
    }

    /**
     * Reads and checks all of them; null where there is a fault.
     *
     * @param faults takes one line each
     * @param warnings takes one line for each that is allowed but unwise
     */
    public static @Nullable LedgerBridgeSettings read(
            ConfigurableEnvironment environment, List<String> faults, List<String> warnings) {
        ConfigurationPropertyName root = ConfigurationPropertyName.of(ROOT);
        RawSettings raw = new RawSettings(environment);
        LedgerBridgeSettings settings =
                new SettingsReader(new SettingsGroup(raw, root, ROOT), isShared(environment)).read();
        MisplacedSettings.check(environment, root, raw);
        raw.names().eachUnknown(raw.below(root), raw::fault);
        faults.addAll(raw.faults());
        warnings.addAll(raw.warnings());
        if (settings.stores().isEmpty() && raw.faults().isEmpty()) {
            warnings.add(NO_STORE);
        }
        return raw.faults().isEmpty() ? settings : null;
    }

    /** H2 on file or in memory is one process's own; any other database may be shared by several. */
    private static boolean isShared(ConfigurableEnvironment environment) {
        String url = environment.getProperty("spring.datasource.url", "jdbc:h2:mem:");
        return !url.startsWith("jdbc:h2:file:") && !url.startsWith("jdbc:h2:mem:");
    }
}
