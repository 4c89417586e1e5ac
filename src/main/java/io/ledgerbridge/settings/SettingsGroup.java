package io.ledgerbridge.settings;

import static io.ledgerbridge.settings.SettingKind.Form.PLAIN;
import static io.ledgerbridge.settings.SettingKind.Form.SECRET;

import java.net.URI;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.convert.Delimiter;

/** The settings below one name. Whatever is asked for becomes known as a setting, and its faults are noted. */
final class SettingsGroup {

    private static final String QUOTE_IT = "YAML has made %s of what stands there: it must be quoted";

    private final RawSettings raw;
    private final ConfigurationPropertyName name;
    private final String shown;

    SettingsGroup(RawSettings raw, ConfigurationPropertyName name, String shown) {
        this.raw = raw;
        this.name = name;
        this.shown = shown;
        raw.names().add(name, shown);
        if (!Objects.toString(raw.find(name), "").isBlank()) {
            raw.fault(shown, "is a group of settings, and takes no value");
        }
    }

    SettingsGroup group(String child) {
        return new SettingsGroup(raw, name.append(child), shown(child));
    }

    /** The groups below a name, by keys that aren't known beforehand. */
    Map<String, SettingsGroup> groups(String child, SettingKind<String> key) {
        Map<String, SettingsGroup> groups = new LinkedHashMap<>();
        group(child)
                .keys(key)
                .forEach((each, place) -> groups.put(each, new SettingsGroup(raw, place, shown(child + "." + each))));
        return groups;
    }

    /** The groups of a list. */
    List<SettingsGroup> items(String child) {
        return raw.keys(group(child).name).entrySet().stream()
                .map(item -> new SettingsGroup(raw, item.getKey(), shown(child + "[" + item.getValue() + "]")))
                .toList();
    }

    /** The values below a name, by keys that aren't known beforehand. */
    <T> Map<String, T> values(String child, SettingKind<String> key, SettingKind<T> kind) {
        SettingsGroup group = group(child);
        Map<String, T> values = new LinkedHashMap<>();
        group.keys(key)
                .forEach((each, place) -> Optional.ofNullable(
                                group.get(place, each, kind).orNull())
                        .ifPresent(value -> values.put(each, value)));
        return values;
    }

    private Map<String, ConfigurationPropertyName> keys(SettingKind<String> kind) {
        Map<String, ConfigurationPropertyName> keys = new LinkedHashMap<>();
        raw.keys(name).forEach((place, key) -> {
            if (key.equals("true") || key.equals("false")) {
                fault(key, QUOTE_IT.formatted("the boolean " + key));
                raw.names().addTree(place);
            } else if (parse(key, key, kind).isPresent()) {
                keys.put(key, place);
            } else {
                raw.names().addTree(place);
            }
        });
        return keys;
    }

    <T> Setting<T> get(String child, SettingKind<T> kind) {
        return get(name.append(child), child, kind);
    }

    private <T> Setting<T> get(ConfigurationPropertyName place, String child, SettingKind<T> kind) {
        raw.names().add(place, shown(child));
        Object value = raw.find(place);
        if (kind.form() != PLAIN && !raw.standsAsRead(place)) {
            String read = value instanceof Boolean ? "a boolean" : "a number";
            fault(child, QUOTE_IT.formatted(kind.form() == SECRET ? read : "%s, %s,".formatted(read, value)));
            return new Setting<>(this, child, kind, null);
        }
        String text = Objects.toString(value, "").strip();
        return new Setting<>(
                this,
                child,
                kind,
                text.isEmpty() ? null : parse(child, text, kind).orElse(null));
    }

    /** An address; a warning goes with one that isn't encrypted. */
    Setting<URI> url(String child) {
        return url(child, SettingKind.url());
    }

    /** Likewise, of a kind of its own. */
    Setting<URI> url(String child, SettingKind<URI> kind) {
        Setting<URI> url = get(child, kind);
        if (url.isThere() && "http".equalsIgnoreCase(url.required().getScheme())) {
            warn(child, "\"%s\" is not encrypted".formatted(url.required()));
        }
        return url;
    }

    /** One or several, as a list or parted by commas; empty where none is set. */
    <T> List<T> list(String child, SettingKind<T> kind) {
        return list(child, kind, ",");
    }

    /** One or several, as a list or one alone, in which commas have their own meaning. */
    List<Pattern> patterns(String child, String standard) {
        List<Pattern> patterns = list(child, SettingKind.regularExpression(), Delimiter.NONE);
        boolean set = raw.find(name.append(child)) != null || raw.isFaulty(shown(child));
        return patterns.isEmpty() && !set ? List.of(Pattern.compile(standard)) : patterns;
    }

    private <T> List<T> list(String child, SettingKind<T> kind, String delimiter) {
        ConfigurationPropertyName place = name.append(child);
        raw.names().addList(place, shown(child));
        return raw.list(place, delimiter, why -> fault(child, why)).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> parse(child, text, kind).stream())
                .toList();
    }

    private <T> Optional<T> parse(String child, String text, SettingKind<T> kind) {
        if (isUnfilled(text)) {
            warn(child, unfilled(text, kind));
            return Optional.empty();
        }
        try {
            return Optional.of(kind.parse().apply(text));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException wrong) {
            fault(child, (kind.form() == SECRET ? "this secret" : quoted(text)) + " is not " + kind.allowed());
            return Optional.empty();
        }
    }

    /** Notes that a required value isn't there. */
    void missing(String child, SettingKind<?> kind) {
        String text = Objects.toString(raw.find(name.append(child)), "").strip();
        fault(child, (isUnfilled(text) ? unfilled(text, kind) : "is missing") + "; it must be " + kind.allowed());
    }

    /** Spring leaves a placeholder as it is when nothing fills it. */
    private static boolean isUnfilled(String text) {
        return text.contains("${");
    }

    private static String unfilled(String text, SettingKind<?> kind) {
        boolean tellsNothing = kind.form() != SECRET || text.matches("\\$\\{[\\w.-]+}");
        return (tellsNothing ? quoted(text) : "a secret with ${ in it") + " counts as missing";
    }

    /** A password in a URL is a secret, too. */
    private static String quoted(String text) {
        return '"' + text.replaceAll("//[^/]*@", "//***@") + '"';
    }

    /** Notes that a value, or what holds in its absence, doesn't go with other settings. */
    void refuse(String child, String allowed) {
        Object value = raw.find(name.append(child));
        fault(child, (value == null ? "what holds by default" : quoted(value.toString())) + " is not " + allowed);
    }

    void fault(String child, String what) {
        raw.fault(shown(child), what);
    }

    void faults(String child, Collection<String> whats) {
        raw.faults(shown(child), whats);
    }

    void warn(String child, String what) {
        raw.warn(shown(child), what);
    }

    boolean isFaulty(String child) {
        return raw.isFaulty(shown(child));
    }

    private String shown(String child) {
        return shown + "." + child;
    }

    /** The full name of this group. */
    @Override
    public String toString() {
        return shown;
    }
}
