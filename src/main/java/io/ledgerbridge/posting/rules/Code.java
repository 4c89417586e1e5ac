package io.ledgerbridge.posting.rules;

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

/** A code of Sage X3's, such as an account's. Quotes, blanks and tildes would mean something in api1's URLs. */
@Documented
@Constraint(validatedBy = Code.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Code {

    /** Characters at most. */
    int value();

    String message() default "a code of 1 to {value} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A code that is missing is fine. */
    final class Check implements ConstraintValidator<Code, String> {

        private int longest;

        @Override
        public void initialize(Code code) {
            longest = code.value();
        }

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || (code.length() <= longest && code.matches("[^\\s'\"~]+"));
        }
    }
}
