package io.ledgerbridge.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;

/** Finds settings of ours that stand where nobody reads them, such as a store indented one level too far out. */
final class MisplacedSettings {

    /** What only a store has. */
    private static final Set<String> PARTS = Set.of("bigcommerce", "sagex3", "journal", "channels");

    private static final Set<String> TELLING_PARTS = Set.of("bigcommerce", "sagex3");
    private static final int SLIPS = 3;

    private final RawSettings raw;
    private final Set<String> groups;

    private MisplacedSettings(RawSettings raw, ConfigurationPropertyName root) {
        this.raw = raw;
        this.groups = raw.names().below(root);
    }

    static void check(ConfigurableEnvironment environment, ConfigurationPropertyName root, RawSettings raw) {
        MisplacedSettings check = new MisplacedSettings(raw, root);
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof OriginTrackedMapPropertySource file) {
                check.atTheTop(file);
            } else if (source instanceof SystemEnvironmentPropertySource variables) {
                check.variables(variables);
            }
        }
        check.besideTheStores(root);
        check.onlyInVariables(root.append("stores"));
    }

    private void atTheTop(OriginTrackedMapPropertySource file) {
        Set<String> told = new LinkedHashSet<>();
        for (String name : file.getPropertyNames()) {
            String[] words = name.split("[.\\[]", 3);
            String fault = fault(words[0], words.length > 1 ? plain(words[1]) : "");
            if (!fault.isEmpty() && told.add(words[0])) {
                raw.fault(words[0], fault + place(words[0], file.getOrigin(name)));
            }
        }
    }

    /** What is wrong with a name at the top level; empty where nothing is. */
    private String fault(String top, String second) {
        String plain = plain(top);
        if (plain.equals("ledgerbridge")) {
            return "";
        }
        if (PARTS.contains(plain)) {
            return "stands at the top level; a part of a store belongs under ledger-bridge.stores and the store's key";
        }
        if (groups.contains(plain)) {
            return "stands at the top level; it belongs one level further in, under ledger-bridge";
        }
        if (TELLING_PARTS.contains(second)) {
            return "stands at the top level; a store belongs under ledger-bridge.stores";
        }
        boolean near =
                SpellingSuggestions.distance(plain, "ledgerbridge") <= SLIPS || (plain + second).equals("ledgerbridge");
        return near ? "is no group of settings; ledger-bridge may be meant" : "";
    }

    /** A store beside {@code stores}, or a part of one. */
    private void besideTheStores(ConfigurationPropertyName root) {
        int depth = root.getNumberOfElements();
        raw.below(root).filter(name -> name.getNumberOfElements() > depth + 1).forEach(name -> {
            String key = name.getElement(depth, Form.ORIGINAL);
            if (PARTS.contains(plain(key))) {
                raw.fault(
                        root + "." + key,
                        "is a part of a store, and belongs under ledger-bridge.stores and the store's key");
            } else if (!groups.contains(plain(key))
                    && TELLING_PARTS.contains(plain(name.getElement(depth + 1, Form.ORIGINAL)))) {
                raw.fault(
                        root + "." + key,
                        "looks like a store, which belongs one level further in, under ledger-bridge.stores");
            }
        });
    }

    /** A store that isn't whole, and that nothing but variables name, is most likely another one misspelt. */
    private void onlyInVariables(ConfigurationPropertyName stores) {
        int depth = stores.getNumberOfElements();
        Set<String> others = raw.outsideOfVariables(stores)
                .map(name -> name.getElement(depth, Form.UNIFORM))
                .collect(Collectors.toSet());
        raw.below(stores)
                .map(name -> name.getElement(depth, Form.UNIFORM))
                .filter(key -> !others.isEmpty() && !others.contains(key) && raw.isAnyFaultyBelow(stores + "." + key))
                .forEach(key -> raw.fault(
                        stores + "." + key,
                        "is only in the environment, and not whole" + SpellingSuggestions.to(key, others.stream())));
    }

    /** Only told: what a variable is for can't be known. */
    private void variables(EnumerablePropertySource<?> source) {
        Arrays.stream(source.getPropertyNames())
                .sorted()
                .filter(name -> !name.startsWith("LEDGERBRIDGE_"))
                .filter(name -> !raw.names().isVariable(name))
                .forEach(this::variable);
    }

    /** LEDGER_BRDIGE_STORES_US_…: nearly our prefix, and behind it one of our groups. */
    private void variable(String name) {
        for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
            String[] words = name.substring(at + 1).split("_", 2);
            if (words.length == 2
                    && groups.contains(plain(words[0]))
                    && SpellingSuggestions.distance(plain(name.substring(0, at)), "ledgerbridge") <= SLIPS) {
                raw.warn(name, "is not a setting; LEDGERBRIDGE_%s may be meant".formatted(name.substring(at + 1)));
                return;
            }
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The line of the name itself: what is known is where the first value below it stands. */
    private static String place(String name, @Nullable Origin origin) {
        if (!(origin instanceof TextResourceOrigin text) || text.getLocation() == null || text.getResource() == null) {
            return "";
        }
        int line = text.getLocation().getLine();
        List<String> lines = lines(text.getResource());
        while (line > 0 && line < lines.size() && !lines.get(line).matches("[\"']?\\Q" + name + "\\E.*")) {
            line--;
        }
        return " (%s, line %d)".formatted(text.getResource().getFilename(), line + 1);
    }

    private static List<String> lines(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
