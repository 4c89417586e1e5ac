package io.ledgerbridge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class once on H2 and once on PostgreSQL; its constructor takes the {@link Database}. Since PostgreSQL is a
 * process, {@code mvn test} leaves it out.
 */
@Tag(OnEachDatabase.TAG)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "on {0}")
@ArgumentsSource(Databases.Each.class)
public @interface OnEachDatabase {

    /** As pom.xml names it. */
    String TAG = "each-database";
}
