package io.ledgerbridge.settings.binding;

import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds settings of ours that are written where nobody reads them, such as a store indented one level too far out. */
final class MisplacedSettings {

    private final ConfigurationPropertyName root;
    private final MisplacedStores stores;
    private final Findings findings;
    private final MisspeltVariables variables;
    private final Set<String> groups;

    MisplacedSettings(ConfigurationPropertyName root, SettingSources sources, KnownSettings known, Findings findings) {
        this.root = root;
        this.stores = new MisplacedStores(root, sources, findings);
        this.findings = findings;
        this.groups = known.plainBelow(root);
        this.variables = new MisspeltVariables(root, known, findings);
    }

    void check(ConfigurableEnvironment environment) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof OriginTrackedMapPropertySource file) {
                atTheTop(file);
            } else if (source instanceof SystemEnvironmentPropertySource ofVariables) {
                variables.check(ofVariables);
            }
        }
        stores.check(groups);
    }

    private void atTheTop(OriginTrackedMapPropertySource file) {
        for (String name : file.getPropertyNames()) {
            String[] words = name.split("[.\\[]", 3);
            String fault = fault(plain(words[0]), words.length > 1 ? plain(words[1]) : "");
            if (!fault.isEmpty()) {
                findings.fault(words[0], fault + WrittenValue.place(file.getOrigin(name)));
            }
        }
    }

    /** What is wrong with a name at the top level; empty if nothing is. */
    private String fault(String plain, String second) {
        if (plain.equals(plain(root.toString()))) {
            return "";
        }
        if (MisplacedStores.PARTS.contains(plain)) {
            return "stands at the top level; a part of a store belongs under ledger-bridge.stores and the store's key";
        }
        if (groups.contains(plain)) {
            return "stands at the top level; it belongs one level further in, under ledger-bridge";
        }
        if (MisplacedStores.TELLING_PARTS.contains(second)) {
            return "stands at the top level; a store belongs under ledger-bridge.stores";
        }
        boolean near = variables.isNearlyTheRoot(plain) || (plain + second).equals(plain(root.toString()));
        return near ? "is no group of settings; ledger-bridge may be meant" : "";
    }

    private static String plain(String name) {
        return MisspeltVariables.plain(name);
    }
}
