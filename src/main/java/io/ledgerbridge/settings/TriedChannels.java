package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.settings.binding.SettingsBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Channels as a person wants to try them, by the same keys and checks as in the settings file. They are bound by themselves:
 * no other setting, and nothing of the process's environment, can be seen from them.
 *
 * @param faults one line each, with the full name of the wrong key; with one, the channels aren't whole
 */
public record TriedChannels(Map<String, Channel> channels, List<String> faults) {

    private static final String ROOT = "tried";
    private static final String CHANNELS = "channels";

    /**
     * Those that are written down.
     *
     * @param written by channel id; of maps, lists, texts, numbers and booleans
     */
    public static TriedChannels of(Map<String, ?> written) {
        Map<String, Object> flat = new TreeMap<>();
        WrittenSettings.flatten(ROOT + "." + CHANNELS, written, flat);
        List<String> faults = new ArrayList<>();
        flat.forEach((name, value) -> {
            if (value.toString().contains("${")) {
                faults.add(shown(name) + ": a value here has no placeholder");
            }
        });
        return faults.isEmpty() ? bound(flat) : new TriedChannels(Map.of(), faults);
    }

    private static TriedChannels bound(Map<String, Object> flat) {
        ConfigurableEnvironment alone = new AbstractEnvironment() {};
        alone.getPropertySources().addFirst(new MapPropertySource("what is tried", flat));
        SettingsBinding<TriedProperties> binding = SettingsBinding.of(ROOT, TriedProperties.class, alone);
        Map<String, Channel> channels = new TreeMap<>();
        binding.bound()
                .ifPresent(tried -> tried.channels().forEach((id, channel) -> {
                    String name = ROOT + "." + CHANNELS + "." + id;
                    new ChannelChecks(name + ".", id, channel, binding.findings()).check();
                    if (!binding.findings().isFaulty(name)
                            && !binding.findings().isFaultyBelow(name)) {
                        channels.put(id, channel.settings(id));
                    }
                }));
        binding.checkNames();
        return new TriedChannels(
                channels,
                binding.findings().faults().stream().map(TriedChannels::shown).toList());
    }

    private static String shown(String fault) {
        return fault.startsWith(ROOT + ".") ? fault.substring(ROOT.length() + 1) : fault;
    }
}
