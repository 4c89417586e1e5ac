package io.ledgerbridge.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of channels that are tried, and hold for nothing.
 *
 * @param channels by BigCommerce's channel id
 */
record TriedProperties(
        @DefaultValue Map<@Pattern(regexp = CHANNEL, message = CHANNELS) String, @Valid ChannelProperties> channels) {

    private static final String CHANNEL = "[1-9][0-9]{0,9}";
    private static final String CHANNELS = "BigCommerce's number of a channel";
}
