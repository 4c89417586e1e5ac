package io.ledgerbridge.settings.binding;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.URIEditor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.ConfigurableEnvironment;

/** Settings as they were bound to a record, and what is wrong with them. */
public final class SettingsBinding<T> {

    private final ConfigurationPropertyName root;
    private final ConfigurableEnvironment environment;
    private final SettingSources sources;
    private final KnownSettings known = new KnownSettings();
    private final Findings findings;
    private final @Nullable T bound;

    private SettingsBinding(ConfigurationPropertyName root, Class<T> type, ConfigurableEnvironment environment) {
        this.root = root;
        this.environment = environment;
        this.sources = new SettingSources(root, environment);
        this.findings = new Findings(sources, known);
        this.bound =
                binder(sources).bindOrCreate(root, Bindable.of(type), new SettingsHandler(sources, known, findings));
        bound().ifPresent(new Violations(root.toString(), findings)::check);
    }

    /** Spring Boot's own, with a strict reading of URIs, and with ages. */
    private static Binder binder(SettingSources sources) {
        ApplicationConversionService conversion = new ApplicationConversionService();
        conversion.addConverter(new AgeConverter());
        conversion.addConverter(new NoneConverter());
        return new Binder(
                sources.all(),
                sources::filledIn,
                conversion,
                editors -> editors.registerCustomEditor(URI.class, new URIEditor(false)),
                null);
    }

    /**
     * Binds all settings below a name as Spring Boot does, and validates them.
     *
     * @param type a record, whose constraints' messages complete the sentence "it must be …"
     */
    public static <T> SettingsBinding<T> of(String root, Class<T> type, ConfigurableEnvironment environment) {
        return new SettingsBinding<>(ConfigurationPropertyName.of(root), type, environment);
    }

    /** What was bound; if there is a fault it isn't whole. */
    public Optional<T> bound() {
        return Optional.ofNullable(bound);
    }

    public Findings findings() {
        return findings;
    }

    /** Checks for settings that are written where nobody reads them. */
    public void checkPlaces() {
        new MisplacedSettings(root, sources, known, findings).check(environment);
        checkNames();
    }

    /** Checks for names that nothing asks for. */
    public void checkNames() {
        new UnknownSettings(sources, known, findings).check(root);
    }
}
