package io.ledgerbridge.settings.binding;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** Finds names that nothing asks for: one is most likely a slip, and would be ignored. */
record UnknownSettings(SettingSources sources, KnownSettings known, Findings findings) {

    void check(ConfigurationPropertyName root) {
        sources.below(root).filter(name -> !known.isKnown(name)).forEach(this::tell);
    }

    /** Tells the first part of a name that isn't known, and what was meant by it. */
    private void tell(ConfigurationPropertyName name) {
        int depth = 1;
        while (known.isKnown(name.chop(depth + 1))) {
            depth++;
        }
        ConfigurationPropertyName parent = name.chop(depth);
        String nearest = SpellingSuggestions.to(
                name.getElement(depth, Form.ORIGINAL),
                known.below(parent).map(sibling -> sibling.getLastElement(Form.ORIGINAL)));
        findings.fault(known.shown(name.chop(depth + 1)), "is not a setting" + nearest);
    }
}
