package io.ledgerbridge.security;

import io.ledgerbridge.settings.OidcSettings;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/** Makes roles of what an OpenID provider says of somebody. Whoever it gives no word for has no role. */
final class OidcRoles implements GrantedAuthoritiesMapper {

    private final OidcSettings settings;

    OidcRoles(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> given) {
        Set<String> words = given.stream()
                .filter(OidcUserAuthority.class::isInstance)
                .flatMap(authority -> words(((OidcUserAuthority) authority)))
                .collect(Collectors.toSet());
        return settings.words().entrySet().stream()
                .filter(role -> role.getValue().stream().anyMatch(words::contains))
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.getKey()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Stream<String> words(OidcUserAuthority authority) {
        Map<String, Object> info = authority.getUserInfo() == null
                ? Map.of()
                : authority.getUserInfo().getClaims();
        return Stream.of(authority.getIdToken().getClaims(), info)
                .flatMap(claims -> words(claims.get(settings.claim())));
    }

    private static Stream<String> words(@Nullable Object claim) {
        return claim instanceof Collection<?> several
                ? several.stream().map(Objects::toString)
                : Stream.ofNullable(claim).map(Objects::toString);
    }
}
