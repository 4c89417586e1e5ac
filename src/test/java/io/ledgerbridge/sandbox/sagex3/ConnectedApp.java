package io.ledgerbridge.sandbox.sagex3;

import java.time.Duration;

/**
 * A connected application of X3 on premises: it signs its own tokens, HS256, with its secret.
 *
 * @param clientId the token's {@code iss}
 * @param secret the key, as UTF-8
 * @param audience the token's {@code aud}; empty where the application has none registered, and any is taken
 * @param validity from {@code iat} to {@code exp}, at most
 */
public record ConnectedApp(String clientId, String secret, String audience, Duration validity) {}
