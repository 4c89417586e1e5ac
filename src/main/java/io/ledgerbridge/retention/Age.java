package io.ledgerbridge.retention;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How old rows become: up to 100 years. Where it is written it may be in years, of 365 days. */
@Documented
@Constraint(validatedBy = Age.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Age {

    int DAYS_OF_A_YEAR = 365;

    /** Hours at least. */
    int atLeast() default 24;

    String message() default "an age of at least 1d, such as 400d or 10y";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** An age that is missing is fine. */
    final class Check implements ConstraintValidator<Age, Duration> {

        private static final Duration LONGEST = Duration.ofDays(100L * DAYS_OF_A_YEAR);

        private Duration least = Duration.ZERO;

        @Override
        public void initialize(Age age) {
            least = Duration.ofHours(age.atLeast());
        }

        @Override
        public boolean isValid(@Nullable Duration age, ConstraintValidatorContext context) {
            return age == null || (age.compareTo(least) >= 0 && age.compareTo(LONGEST) <= 0);
        }
    }
}
