package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The authorise page, {@code /v1/token/authorise}, and the token endpoint, {@code /v1/token} or {@code {endpoint}/token},
 * which takes JSON and forms.
 */
final class OAuth2Door implements Door {

    private static final String AUTHORISE = "/v1/token/authorise";

    private final OAuth2 oauth2;

    OAuth2Door(OAuth2 oauth2) {
        this.oauth2 = oauth2;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(AUTHORISE) || path.endsWith("/token");
    }

    @Override
    public Call read(Request request) {
        return new Call(Call.Api.OAUTH2, request.path().equals(AUTHORISE) ? Call.Kind.OTHER : Call.Kind.TOKEN, "", "");
    }

    @Override
    public Reply refuse(Call call, String words) {
        return refusal(oauth2.refusalStatus, "invalid_grant", words);
    }

    /** An answer without a number is one without tokens. */
    @Override
    public Reply spoil(Reply answer, Fault fault) {
        return Reply.json(answer.status(), Json.object());
    }

    @Override
    public Reply answer(Request request) {
        return request.path().equals(AUTHORISE) ? page(request) : token(request);
    }

    /** Where a person lets the program in: its button sends the callback. */
    private Reply page(Request request) {
        OAuth2.Callback callback = oauth2.approve(request.query());
        String fields = callback.fields().entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(field.getKey(), HtmlUtils.htmlEscape(field.getValue())))
                .collect(Collectors.joining());
        return Reply.html(
                200,
                "<h1>Sage X3</h1><form method=\"%s\" action=\"%s\">%s<button>Allow</button></form>"
                        .formatted(callback.method(), HtmlUtils.htmlEscape(callback.uri()), fields));
    }

    private Reply token(Request request) {
        Map<String, String> fields = fieldsOf(request);
        String client = fields.getOrDefault("client_id", "");
        if (!request.method().equals("POST") || !oauth2.isClient(client, fields.getOrDefault("client_secret", ""))) {
            return refusal(
                    oauth2.unknownClientStatus,
                    "invalid_client",
                    "Unknown client or wrong secret " + fields.get("client_secret"));
        }
        return switch (fields.getOrDefault("grant_type", "")) {
            case "authorization_code" ->
                granted(oauth2.exchange(
                        client, fields.getOrDefault("code", ""), fields.getOrDefault("redirect_uri", "")));
            case "refresh_token" -> granted(oauth2.refresh(client, fields.getOrDefault("refresh_token", "")));
            case "client_credentials" -> granted(oauth2.ofClient(fields.getOrDefault("audience", "")));
            default -> refusal(400, "unsupported_grant_type", "Unknown grant_type");
        };
    }

    private Reply granted(OAuth2.@Nullable Tokens tokens) {
        if (tokens == null) {
            return refusal(oauth2.refusalStatus, "invalid_grant", "The grant is unknown, used or expired");
        }
        boolean camel = oauth2.camelCase;
        ObjectNode body = Json.object()
                .put(camel ? "accessToken" : "access_token", tokens.access())
                .put(camel ? "tokenType" : "token_type", "Bearer")
                .put(camel ? "expiresIn" : "expires_in", tokens.lasts().toSeconds());
        if (tokens.refresh() != null) {
            body.put(camel ? "refreshToken" : "refresh_token", tokens.refresh());
        }
        return Reply.json(200, body);
    }

    private static Reply refusal(int status, String error, String description) {
        return Reply.json(status, Json.object().put("error", error).put("error_description", description));
    }

    /** The body's fields, and the client's id and secret from HTTP Basic where they come that way. */
    private static Map<String, String> fieldsOf(Request request) {
        Map<String, String> fields = new LinkedHashMap<>();
        String authorization = request.header("authorization");
        if (authorization.startsWith("Basic ")) {
            byte[] pair = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            fields.put("client_id", parts[0]);
            fields.put("client_secret", parts.length > 1 ? parts[1] : "");
        }
        fields.putAll(
                request.header("content-type").startsWith("application/json")
                        ? membersOf(request.body())
                        : Request.pairs(request.body()));
        return fields;
    }

    private static Map<String, String> membersOf(String body) {
        Map<String, String> members = new LinkedHashMap<>();
        Json.readAnything(body)
                .properties()
                .forEach(
                        member -> members.put(member.getKey(), member.getValue().asText()));
        return members;
    }
}
