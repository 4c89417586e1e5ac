package io.ledgerbridge.settings.binding;

import io.ledgerbridge.credentials.Secret;
import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.Range;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.unit.DataSize;

/**
 * What a setting may be.
 *
 * @param words as the end of a sentence: is not, must be …
 * @param isSecret whether a value of it may not be printed
 */
record AllowedValue(String words, boolean isSecret) {

    private static final Map<Class<?>, String> BY_TYPE = Map.of(
            Boolean.class,
            "true or false",
            DataSize.class,
            "a size such as 4MB",
            Duration.class,
            "a duration above zero, such as 30s, 5m or 48h",
            LocalDate.class,
            "a day such as 2026-11-01",
            ZoneId.class,
            "a time zone such as America/Chicago",
            Pattern.class,
            "a regular expression");

    static AllowedValue of(Bindable<?> target) {
        return of(target.getType(), target.getAnnotations());
    }

    static AllowedValue of(Field field) {
        return of(ResolvableType.forField(field), field.getAnnotations());
    }

    /** The message of its first constraint that has one of its own, or else what its type takes. */
    private static AllowedValue of(ResolvableType type, Annotation... annotations) {
        String words = Arrays.stream(annotations)
                .filter(each -> each.annotationType().isAnnotationPresent(Constraint.class))
                .map(AllowedValue::message)
                .filter(message -> !message.isEmpty())
                .findFirst()
                .orElseGet(() -> ofType(type));
        return new AllowedValue(words, isSecret(annotations));
    }

    static boolean isSecret(Annotation... annotations) {
        return Arrays.stream(annotations).anyMatch(Secret.class::isInstance);
    }

    private static String message(Annotation constraint) {
        if (constraint instanceof Range range && range.message().startsWith("{")) {
            return "a whole number from %d to %d".formatted(range.min(), range.max());
        }
        Map<String, Object> attributes = AnnotationUtils.getAnnotationAttributes(constraint);
        return filledIn(String.valueOf(attributes.get("message")), attributes);
    }

    /** A constraint's message with its attributes, such as {@code {min}}; empty where it is the library's. */
    static String filledIn(String message, Map<String, Object> attributes) {
        if (message.startsWith("{jakarta.") || message.startsWith("{org.")) {
            return "";
        }
        String filled = message;
        for (Map.Entry<String, Object> each : attributes.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", String.valueOf(each.getValue()));
        }
        return filled;
    }

    private static String ofType(ResolvableType type) {
        Class<?> plain = type.resolve(Object.class);
        if (Collection.class.isAssignableFrom(plain)) {
            return ofType(type.asCollection().getGeneric());
        }
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(word -> word.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return BY_TYPE.getOrDefault(plain.equals(boolean.class) ? Boolean.class : plain, "a text");
    }
}
