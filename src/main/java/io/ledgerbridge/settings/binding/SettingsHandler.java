package io.ledgerbridge.settings.binding;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.convert.ConversionFailedException;

/**
 * Notes what can't be bound instead of throwing it, so that all faults are known at once: what is wrong is bound as if it
 * were missing. Also notes each name that is asked for.
 */
final class SettingsHandler extends AbstractBindHandler {

    private static final String QUOTE_IT = "YAML has made %s of what stands there: it must be quoted";

    private final SettingSources sources;
    private final KnownSettings known;
    private final Findings findings;

    SettingsHandler(SettingSources sources, KnownSettings known, Findings findings) {
        this.sources = sources;
        this.known = known;
        this.findings = findings;
    }

    /** Null keeps Spring from binding it. */
    @Override
    public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        known.add(name, target);
        Optional<WrittenValue> value = sources.find(name);
        if (isValueOfGroup(name, target, value)) {
            known.addWhole(name);
            return isKeyToBind(name) && isValueToBind(name, target, value) ? target : null;
        }
        if (TargetKind.of(target) == TargetKind.GROUP) {
            return isGroupToBind(name, value)
                    ? target.withBindRestrictions(Bindable.BindRestriction.NO_DIRECT_PROPERTY)
                    : null;
        }
        return isKeyToBind(name) && isValueToBind(name, target, value) ? target : null;
    }

    /** Of a value and a group in several sources, the first source's counts. */
    private boolean isValueOfGroup(ConfigurationPropertyName name, Bindable<?> target, Optional<WrittenValue> written) {
        return written.filter(value -> !value.isBlank() && !sources.isGroupFirst(name))
                .filter(value -> TargetKind.isOrValue(target)
                        || (TargetKind.isOrNone(target) && value.text().equals(NoneConverter.NONE)))
                .isPresent();
    }

    private boolean isGroupToBind(ConfigurationPropertyName name, Optional<WrittenValue> value) {
        if (value.filter(each -> !each.isBlank() && !sources.isGroupFirst(name)).isPresent()) {
            findings.fault(known.shown(name), "is a group of settings, and takes no value");
        }
        boolean any = name.getNumberOfElements() == 1 || sources.hasAnyBelow(name);
        if (!any && known.isKey(name) && value.isPresent()) {
            findings.fault(known.shown(name), "is set to nothing: its settings are missing");
        }
        return isKeyToBind(name) && any;
    }

    private boolean isKeyToBind(ConfigurationPropertyName name) {
        String key = name.getLastElement(Form.ORIGINAL);
        if (known.isKey(name) && (key.equals("true") || key.equals("false"))) {
            findings.wrongKey(known.shown(name), QUOTE_IT.formatted("the boolean " + key));
            return false;
        }
        return true;
    }

    /** A list that is set to nothing is an empty one; anything else that is set to nothing counts as missing. */
    private boolean isValueToBind(ConfigurationPropertyName name, Bindable<?> target, Optional<WrittenValue> written) {
        if (written.isEmpty()) {
            return TargetKind.of(target) == TargetKind.LIST;
        }
        WrittenValue value = written.get();
        AllowedValue allowed = AllowedValue.of(target);
        if (value.isUnfilled()) {
            findings.unfilled(known.shown(name), value, allowed);
            return false;
        }
        if (value.isMisread() && TargetKind.isText(target)) {
            misread(name, value, allowed);
            return false;
        }
        return TargetKind.of(target) == TargetKind.LIST || !value.isBlank();
    }

    private void misread(ConfigurationPropertyName name, WrittenValue value, AllowedValue allowed) {
        String read = value.read() instanceof Boolean ? "a boolean" : "a number";
        findings.fault(
                known.shown(name),
                QUOTE_IT.formatted(allowed.isSecret() ? read : "%s, %s,".formatted(read, value.read())));
    }

    @Override
    public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        if (result instanceof URI url && "http".equalsIgnoreCase(url.getScheme())) {
            findings.warn(known.shown(name), WrittenValue.quoted(url.toString()) + " is not encrypted");
        }
        return result;
    }

    /** A group that can't be made is so because of a fault in it that is noted already. */
    @Override
    public @Nullable Object onFailure(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
        String shown = known.shown(name);
        if (findings.isFaultyBelow(shown)) {
            return null;
        }
        switch (TargetKind.of(target)) {
            case GROUP -> findings.fault(shown, "can't be read as a group of settings");
            case LIST -> wrongList(shown, target, error);
            case VALUE -> findings.refuse(shown, AllowedValue.of(target));
        }
        return null;
    }

    private void wrongList(String shown, Bindable<?> target, Exception error) {
        Object element = null;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            element = cause instanceof ConversionFailedException failed ? failed.getValue() : element;
        }
        findings.fault(
                shown,
                element == null
                        ? "is not a list without gaps"
                        : WrittenValue.quoted(element.toString()) + " is not "
                                + AllowedValue.of(target).words());
    }
}
