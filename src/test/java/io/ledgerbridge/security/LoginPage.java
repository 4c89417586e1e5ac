package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page at which people log in. */
final class LoginPage {

    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private LoginPage() {}

    /** What a form has to bring back. */
    static String token(HttpResponse<String> page) {
        Matcher field = CSRF_TOKEN.matcher(page.body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }
}
