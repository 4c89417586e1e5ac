package io.ledgerbridge.alerts;

import io.ledgerbridge.credentials.Secret;
import io.ledgerbridge.http.HttpUrl;
import jakarta.validation.constraints.Email;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code alerts}: where people are told. Nothing is sent where nothing is set.
 *
 * @param mail addresses; the server is that of Spring's {@code spring.mail}
 * @param webhook takes a POST of JSON; often it holds a secret
 */
public record AlertSettings(
        @DefaultValue List<@Email(regexp = ADDRESS, message = ADDRESSES) String> mail,

        @HttpUrl(query = true, message = PAGE) @Secret @Nullable
        URI webhook) {

    private static final String ADDRESS = "[^@\\s]{1,64}@[^@\\s]{1,200}";
    private static final String PAGE = "an http or https URL without user or fragment";
    private static final String ADDRESSES = "a mail address";

    public AlertSettings {
        mail = List.copyOf(mail);
    }

    /** Whether nobody is to be told. */
    public boolean isOff() {
        return mail.isEmpty() && webhook == null;
    }
}
