package io.ledgerbridge.settings.binding;

import io.ledgerbridge.retention.Age;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/** Reads an {@link Age} as Spring Boot reads durations, and in years. */
final class AgeConverter implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Duration.class));
    }

    @Override
    public boolean matches(TypeDescriptor from, TypeDescriptor to) {
        return to.hasAnnotation(Age.class);
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        String text = String.valueOf(source);
        return text.matches("[0-9]{1,3}y")
                ? Duration.ofDays((long) Age.DAYS_OF_A_YEAR * Integer.parseInt(text.substring(0, text.length() - 1)))
                : DurationStyle.detectAndParse(text);
    }
}
