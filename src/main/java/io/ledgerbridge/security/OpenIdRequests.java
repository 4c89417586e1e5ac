package io.ledgerbridge.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.jackson2.CoreJackson2Module;
import org.springframework.security.oauth2.client.jackson2.OAuth2ClientJackson2Module;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * What was asked of an OpenID provider, with the state and the secrets of it, until the provider sends the browser back.
 * The browser keeps it, encrypted: anybody may begin a login, and nothing is kept here for who doesn't end it.
 */
final class OpenIdRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "LEDGER-BRIDGE-OPENID";

    private static final byte[] PURPOSE = "openid-login".getBytes(StandardCharsets.UTF_8);

    private final Aead aead;
    private final ObjectMapper json =
            new ObjectMapper().registerModules(new CoreJackson2Module(), new OAuth2ClientJackson2Module());

    OpenIdRequests(Aead aead) {
        this.aead = aead;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            LoginCookie.remove(COOKIE, request, response);
        } else {
            LoginCookie.set(COOKIE, encrypted(asked), request, response);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        if (cookie == null || state == null) {
            return null;
        }
        OAuth2AuthorizationRequest asked = decrypted(cookie.getValue());
        return asked != null && state.equals(asked.getState()) ? asked : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        if (asked != null) {
            LoginCookie.remove(COOKIE, request, response);
        }
        return asked;
    }

    private String encrypted(OAuth2AuthorizationRequest asked) {
        try {
            byte[] bytes = aead.encrypt(json.writeValueAsBytes(asked), PURPOSE);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable OAuth2AuthorizationRequest decrypted(String value) {
        try {
            byte[] bytes = aead.decrypt(Base64.getUrlDecoder().decode(value), PURPOSE);
            return json.readValue(bytes, OAuth2AuthorizationRequest.class);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException notOurs) {
            return null;
        }
    }
}
