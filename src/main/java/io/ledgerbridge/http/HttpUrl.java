package io.ledgerbridge.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An address that is called, or to which a browser is sent: http or https, with a host, without a user or a fragment. */
@Documented
@Constraint(validatedBy = HttpUrl.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface HttpUrl {

    /** Whether it may have a query, as the address of a page may. */
    boolean query() default false;

    /** In characters. */
    int longest() default Integer.MAX_VALUE;

    String message() default "an http or https URL without user, query or fragment";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** An address that is missing is fine. */
    final class Check implements ConstraintValidator<HttpUrl, URI> {

        private boolean query;
        private int longest = Integer.MAX_VALUE;

        @Override
        public void initialize(HttpUrl url) {
            query = url.query();
            longest = url.longest();
        }

        @Override
        public boolean isValid(@Nullable URI url, ConstraintValidatorContext context) {
            return url == null || (isPage(url) && (query || url.getRawQuery() == null) && isShort(url));
        }

        private boolean isShort(URI url) {
            return url.toString().length() <= longest;
        }

        private static boolean isPage(URI url) {
            return Objects.requireNonNullElse(url.getScheme(), "").matches("(?i)https?")
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null;
        }
    }
}
