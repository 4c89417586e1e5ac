package io.ledgerbridge.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A number of bytes, both ends included. */
@Documented
@Constraint(validatedBy = SizeBetween.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface SizeBetween {

    /** As Spring reads sizes, such as 4MB of 1024 kB. */
    String least();

    String most();

    String message() default "a size from {least} to {most}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A size that is missing is fine. */
    final class Check implements ConstraintValidator<SizeBetween, DataSize> {

        private DataSize least = DataSize.ofBytes(0);
        private DataSize most = DataSize.ofBytes(Long.MAX_VALUE);

        @Override
        public void initialize(SizeBetween size) {
            least = DataSize.parse(size.least());
            most = DataSize.parse(size.most());
        }

        @Override
        public boolean isValid(@Nullable DataSize size, ConstraintValidatorContext context) {
            return size == null || (size.compareTo(least) >= 0 && size.compareTo(most) <= 0);
        }
    }
}
