package io.ledgerbridge.settings;

import java.util.Map;
import java.util.Set;

/**
 * What an OpenID provider's word is worth here. Where the provider is, Spring Boot's own settings say.
 *
 * @param claim of the ID token or of the user info, a word or a list of words
 * @param words for each role those that give it
 */
public record OidcSettings(String claim, Map<UserRole, Set<String>> words) {}
