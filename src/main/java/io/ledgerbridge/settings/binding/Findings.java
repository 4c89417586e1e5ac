package io.ledgerbridge.settings.binding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** What is wrong with settings, by their full names, and what is allowed but unwise. */
public final class Findings {

    private final SettingSources sources;
    private final KnownSettings known;
    private final Map<String, List<String>> faults = new LinkedHashMap<>();
    private final Map<String, List<String>> warnings = new LinkedHashMap<>();
    private final Set<String> wholes = new HashSet<>();

    Findings(SettingSources sources, KnownSettings known) {
        this.sources = sources;
        this.known = known;
    }

    /** Notes a fault, unless the setting has one already, and where it is written. */
    public void fault(String name, String what) {
        faults(name, List.of(what + place(name)));
    }

    /** Notes all that is wrong with what a setting names. */
    public void faults(String name, Collection<String> whats) {
        if (!whats.isEmpty()) {
            faults.putIfAbsent(name, List.copyOf(whats));
        }
    }

    /** Notes a fault of a key, beside which nothing below it counts. */
    void wrongKey(String name, String what) {
        fault(name, what);
        wholes.add(name);
    }

    /** Notes that a value, or what holds without one, isn't what is allowed. */
    public void refuse(String name, String allowed) {
        fault(name, written(name).map(WrittenValue::quoted).orElse("what holds by default") + " is not " + allowed);
    }

    void refuse(String name, AllowedValue allowed) {
        if (allowed.isSecret()) {
            fault(name, "this secret is not " + allowed.words());
        } else {
            refuse(name, allowed.words());
        }
    }

    /** Notes that another setting needs this one, which isn't there. */
    public void missing(String name) {
        missing(
                name,
                known.target(ConfigurationPropertyName.adapt(name, '.'))
                        .map(AllowedValue::of)
                        .orElse(new AllowedValue("a text", true)));
    }

    void missing(String name, AllowedValue allowed) {
        String what = written(name)
                .filter(WrittenValue::isUnfilled)
                .map(value -> unfilled(value, allowed))
                .orElse("is missing");
        fault(name, what + "; it must be " + allowed.words());
    }

    void unfilled(String name, WrittenValue value, AllowedValue allowed) {
        warn(name, unfilled(value, allowed));
    }

    private static String unfilled(WrittenValue value, AllowedValue allowed) {
        boolean tellsNothing = !allowed.isSecret() || value.text().matches("\\$\\{[\\w.-]+}");
        return (tellsNothing ? value.quoted() : "a secret with ${ in it") + " counts as missing";
    }

    public void warn(String name, String what) {
        warnings.computeIfAbsent(name, first -> new ArrayList<>()).add(what);
    }

    public boolean isFaulty(String name) {
        return faults.containsKey(name);
    }

    /** Whether anything below a name is wrong. */
    public boolean isFaultyBelow(String name) {
        return faults.keySet().stream().anyMatch(fault -> fault.startsWith(name + ".") || fault.startsWith(name + "["));
    }

    /** One line each. */
    public List<String> faults() {
        return lines(faults).toList();
    }

    /** One line each, of what isn't wrong anyway. */
    public List<String> warnings() {
        Map<String, List<String>> mere = new LinkedHashMap<>(warnings);
        mere.keySet().removeAll(faults.keySet());
        return lines(mere).toList();
    }

    private Stream<String> lines(Map<String, List<String>> found) {
        return found.entrySet().stream()
                .filter(each -> wholes.stream().noneMatch(whole -> each.getKey().startsWith(whole + ".")))
                .flatMap(each -> each.getValue().stream().map(what -> each.getKey() + ": " + what));
    }

    private String place(String name) {
        ConfigurationPropertyName setting = ConfigurationPropertyName.adapt(name, '.');
        return written(name)
                .or(() -> sources.below(setting).findFirst().flatMap(sources::find))
                .map(value -> WrittenValue.place(value.origin()))
                .orElse("");
    }

    /** Whether it is a group that is given as one value. */
    boolean isWhole(String name) {
        return known.isWhole(ConfigurationPropertyName.adapt(name, '.'));
    }

    private Optional<WrittenValue> written(String name) {
        return sources.find(ConfigurationPropertyName.adapt(name, '.'));
    }
}
