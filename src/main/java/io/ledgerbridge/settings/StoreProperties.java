package io.ledgerbridge.settings;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code stores.*}.
 *
 * @param channels by BigCommerce's channel id
 */
record StoreProperties(
        @Valid @DefaultValue @NestedConfigurationProperty ShopSettings bigcommerce,
        @Valid @DefaultValue @NestedConfigurationProperty FolderProperties sageX3,
        @Valid @DefaultValue @NestedConfigurationProperty JournalSettings journal,
        @DefaultValue Map<@Pattern(regexp = CHANNEL, message = CHANNELS) String, @Valid ChannelProperties> channels) {

    private static final String CHANNEL = "[1-9][0-9]{0,9}";
    private static final String CHANNELS = "BigCommerce's number of a channel";

    StoreSettings settings(String store, TemplateFolder templates) {
        return new StoreSettings(bigcommerce, sageX3.settings(journal), rules(store), templates);
    }

    PostingRules rules(String store) {
        return new PostingRules(
                store,
                journal,
                channels.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().settings(each.getKey()))));
    }
}
