package io.ledgerbridge.retention;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How old rows become: up to 100 years. Where it is written it may be in years, of 365 days. */
@Documented
@DurationMin
@DurationMax(days = 100 * Age.DAYS_OF_A_YEAR)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Age {

    int DAYS_OF_A_YEAR = 365;

    /** Hours at least. */
    @OverridesAttribute(constraint = DurationMin.class, name = "hours")
    long atLeast() default 24;

    String message() default "an age of at least 1d, such as 400d or 10y";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
