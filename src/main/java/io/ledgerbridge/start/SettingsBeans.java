package io.ledgerbridge.start;

import io.ledgerbridge.alerts.AlertSettings;
import io.ledgerbridge.approvals.ApprovalSettings;
import io.ledgerbridge.books.audit.anchors.AnchorsAnew;
import io.ledgerbridge.books.audit.check.KeptFor;
import io.ledgerbridge.catchup.SweepSettings;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.retention.RetentionSettings;
import io.ledgerbridge.settings.LedgerBridgeSettings;
import io.ledgerbridge.work.RetrySettings;
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
            StartFindings checks = StartFindings.of(environment, beans);
            beans.registerSingleton("ledgerBridgeSettings", checks.orThrow());
            checks.warnings().forEach(LOG::warn);
        };
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
    ApprovalSettings approvalSettings(LedgerBridgeSettings settings) {
        return settings.approval();
    }

    @Bean
    KeptFor keptFor(LedgerBridgeSettings settings) {
        return new KeptFor(settings.retention().events(), settings.retention().readings());
    }

    @Bean
    AnchorsAnew anchorsAnew(LedgerBridgeSettings settings) {
        return settings.anchorsAnew();
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
}
