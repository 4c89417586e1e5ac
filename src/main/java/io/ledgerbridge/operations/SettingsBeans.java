package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.HookSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.inbox.DrainSettings;
import io.ledgerbridge.inbox.RetentionSettings;
import io.ledgerbridge.inbox.RetrySettings;
import io.ledgerbridge.inbox.SweepSettings;
import io.ledgerbridge.posting.Rules;
import io.ledgerbridge.sagex3.AnswerLimits;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.StoreTemplates;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
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
            StartChecks checks = StartChecks.of(environment, beans);
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

    @Bean
    Rules rules(LedgerBridgeSettings settings) {
        return new Rules(each(settings, StoreSettings::rules));
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
