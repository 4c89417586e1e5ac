package io.ledgerbridge.posting.rules;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A code of Sage X3's, such as an account's. Quotes, blanks and tildes would mean something in api1's URLs. */
@Documented
@Pattern(regexp = "[^\\s'\"~]+")
@Size
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Code {

    /** Characters at most. */
    @OverridesAttribute(constraint = Size.class, name = "max")
    int value();

    String message() default "a code of 1 to {value} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
