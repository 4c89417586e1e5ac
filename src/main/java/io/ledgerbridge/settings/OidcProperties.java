package io.ledgerbridge.settings;

import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code oidc}: what the claims of an OpenID provider give.
 *
 * @param claim of the ID token or of the user info, a word or a list of words
 * @param viewer the words that give the role
 * @param operator the words that give the role
 * @param admin the words that give the role
 */
record OidcProperties(
        @DefaultValue("roles") @Pattern(regexp = WORD, message = WORDS)
        String claim,

        @DefaultValue("viewer") Set<@Pattern(regexp = WORD, message = WORDS) String> viewer,
        @DefaultValue("operator") Set<@Pattern(regexp = WORD, message = WORDS) String> operator,
        @DefaultValue("admin") Set<@Pattern(regexp = WORD, message = WORDS) String> admin) {

    private static final String WORD = ".{1,200}";
    private static final String WORDS = "a text of at most 200 characters";

    OidcSettings settings() {
        return new OidcSettings(
                claim,
                Map.of(
                        UserRole.VIEWER, orItsName(viewer, "viewer"),
                        UserRole.OPERATOR, orItsName(operator, "operator"),
                        UserRole.ADMIN, orItsName(admin, "admin")));
    }

    /** A list without a word is as good as none. */
    private static Set<String> orItsName(Set<String> words, String name) {
        return words.isEmpty() ? Set.of(name) : Set.copyOf(words);
    }
}
