package io.ledgerbridge.start;

import io.ledgerbridge.alerts.AlertSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.catchup.SweepSettings;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.retention.RetentionSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.settings.LedgerBridgeSettings;
import io.ledgerbridge.settings.StoreSettings;
import io.ledgerbridge.work.RetrySettings;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Hands each part the settings that it asks for. */
@Configuration(proxyBeanMethods = false)
class SettingsBeans {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsBeans.class);

    /** Reads them and checks the routes before anything else starts: the database isn't touched if either is wrong. */
    @Bean
    static BeanFactoryPostProcessor readSettings(ConfigurableEnvironment environment) {
        return beans -> {
            StartFindings checks = StartFindings.of(environment, beans);
            beans.registerSingleton("ledgerBridgeSettings", checks.orThrow());
            checks.warnings().forEach(LOG::warn);
        };
    }

    @Bean
    Shops shops(LedgerBridgeSettings settings, StoredSecrets stored) {
        return new Shops(each(settings, StoreSettings::shop), stored);
    }

    @Bean
    Folders folders(LedgerBridgeSettings settings) {
        return new Folders(each(settings, StoreSettings::folder));
    }

    @Bean
    StoreTemplates storeTemplates(LedgerBridgeSettings settings) {
        return new StoreTemplates(each(settings, StoreSettings::templates));
    }

    /** Records them as they are made: whatever is posted later goes by policies that are on record. */
    @Bean
    @DependsOnDatabaseInitialization
    Rules rules(LedgerBridgeSettings settings, MappingVersions mappings) {
        return new Rules(each(settings, store -> mappings.recorded(store.rules(), settings.deployedBy())));
    }

    @Bean
    DrainSettings drainSettings(LedgerBridgeSettings settings) {
        return settings.drain();
    }

    @Bean
    RetrySettings retrySettings(LedgerBridgeSettings settings) {
        return settings.retry();
    }

    @Bean
    SweepSettings sweepSettings(LedgerBridgeSettings settings) {
        return settings.sweep();
    }

    @Bean
    RetentionSettings retentionSettings(LedgerBridgeSettings settings) {
        return settings.retention();
    }

    @Bean
    AlertSettings alertSettings(LedgerBridgeSettings settings) {
        return settings.alerts();
    }

    @Bean
    HookSettings hookSettings(LedgerBridgeSettings settings) {
        return settings.hooks();
    }

    @Bean
    AnswerLimits answerLimits(LedgerBridgeSettings settings) {
        return settings.answers();
    }

    @Bean
    EncryptionKey encryptionKey(LedgerBridgeSettings settings) {
        return settings.encryptionKey();
    }

    private static <T> Map<String, T> each(LedgerBridgeSettings settings, Function<StoreSettings, T> part) {
        return settings.stores().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, store -> part.apply(store.getValue())));
    }
}
