package io.ledgerbridge.settings.binding;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/** Reads {@code none} as an empty map, where {@link OrNone} says so. */
final class NoneConverter implements ConditionalGenericConverter {

    static final String NONE = "none";

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Map.class));
    }

    @Override
    public boolean matches(TypeDescriptor from, TypeDescriptor to) {
        return to.hasAnnotation(OrNone.class);
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        if (!NONE.equals(source)) {
            throw new IllegalArgumentException("not none: " + source);
        }
        return Map.of();
    }
}
