package io.ledgerbridge.settings.binding;

import java.util.Collection;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.core.ResolvableType;

/** What a name binds to. */
enum TargetKind {
    /** A record or a map, with settings below it. */
    GROUP,
    LIST,
    VALUE;

    static TargetKind of(Bindable<?> target) {
        Class<?> type = target.getType().resolve(Object.class);
        boolean group = Map.class.isAssignableFrom(type)
                || (type.isRecord() && !AllowedValue.isSecret(target.getAnnotations()));
        return group ? GROUP : Collection.class.isAssignableFrom(type) ? LIST : VALUE;
    }

    /** Whether a group can be given as one value as well. */
    static boolean isOrValue(Bindable<?> target) {
        return target.getType().resolve(Object.class).isAnnotationPresent(OrValue.class);
    }

    /** Whether a map can be given as the word none. */
    static boolean isOrNone(Bindable<?> target) {
        return target.getAnnotation(OrNone.class) != null;
    }

    /** Whether what counts is how a value is written, and not how YAML reads it. */
    static boolean isText(Bindable<?> target) {
        ResolvableType type = target.getType();
        Class<?> value = of(target) == LIST ? type.asCollection().resolveGeneric() : type.resolve();
        return value == String.class || isOrValue(target) || AllowedValue.isSecret(target.getAnnotations());
    }
}
