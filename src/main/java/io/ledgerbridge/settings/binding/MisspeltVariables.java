package io.ledgerbridge.settings.binding;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.EnumerablePropertySource;

/** Finds variables of the environment that are nearly named as settings. Only told: what one is for can't be known. */
final class MisspeltVariables {

    private static final int SLIPS = 3;

    private final ConfigurationPropertyName root;
    private final KnownSettings known;
    private final Findings findings;

    MisspeltVariables(ConfigurationPropertyName root, KnownSettings known, Findings findings) {
        this.root = root;
        this.known = known;
        this.findings = findings;
    }

    void check(EnumerablePropertySource<?> variables) {
        Arrays.stream(variables.getPropertyNames())
                .sorted()
                .filter(name -> !name.startsWith(prefix()))
                .filter(name -> !isRead(name))
                .forEach(this::check);
    }

    /** LEDGERBRIDGE_. */
    private String prefix() {
        return plain(root.toString()).toUpperCase(Locale.ROOT) + "_";
    }

    boolean isNearlyTheRoot(String plain) {
        return SpellingSuggestions.distance(plain, plain(root.toString())) <= SLIPS;
    }

    /** LEDGER_BRDIGE_STORES_US_…: nearly our prefix, and behind it one of our groups. */
    private void check(String name) {
        for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
            String[] words = name.substring(at + 1).split("_", 2);
            if (words.length == 2
                    && known.plainBelow(root).contains(plain(words[0]))
                    && isNearlyTheRoot(plain(name.substring(0, at)))) {
                findings.warn(name, "is not a setting; %s%s may be meant".formatted(prefix(), name.substring(at + 1)));
                return;
            }
        }
    }

    /** Whether it is read as one: Spring Boot knows it with and without a dash for each dash. */
    private boolean isRead(String variable) {
        return known.all().anyMatch(name -> plain(name.toString()).equals(plain(variable)));
    }

    /** In lower case and without dashes. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
