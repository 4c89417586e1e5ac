package io.ledgerbridge.start;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.settings.LedgerBridgeSettings;
import io.ledgerbridge.settings.StoreSettings;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands each part the settings of the stores that it asks for. */
@Configuration(proxyBeanMethods = false)
class StoreBeans {

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

    private static <T> Map<String, T> each(LedgerBridgeSettings settings, Function<StoreSettings, T> part) {
        return settings.stores().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, store -> part.apply(store.getValue())));
    }
}
