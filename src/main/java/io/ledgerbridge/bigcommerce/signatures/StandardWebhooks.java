package io.ledgerbridge.bigcommerce.signatures;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The scheme of the Standard Webhooks: what is signed is {@code id.timestamp.body}, and the time stamp is a recent one. */
record StandardWebhooks(Clock clock) {

    /** @param tolerance by which the sender's clock may differ from ours */
    boolean holds(Duration tolerance, Optional<String> secret, Signatures.Headers headers, byte[] body) {
        String id = headers.get("webhook-id");
        String timestamp = headers.get("webhook-timestamp");
        String signatures = headers.get("webhook-signature");
        if (id == null || timestamp == null || signatures == null || secret.isEmpty()) {
            return false;
        }
        return isRecent(timestamp, tolerance)
                && isAmong(signatures, Hmac.of(secret.get(), signed(id + "." + timestamp + ".", body)));
    }

    private boolean isRecent(String timestamp, Duration tolerance) {
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(at, clock.instant()).abs().compareTo(tolerance) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException unreadable) {
            return false;
        }
    }

    private static byte[] signed(String prefix, byte[] body) {
        byte[] start = Hmac.utf8(prefix);
        byte[] signed = new byte[start.length + body.length];
        System.arraycopy(start, 0, signed, 0, start.length);
        System.arraycopy(body, 0, signed, start.length, body.length);
        return signed;
    }

    /** Looks at all of them, so that it takes the same time. */
    private static boolean isAmong(String signatures, byte[] expected) {
        boolean proven = false;
        for (String signature : signatures.split(" ", -1)) {
            proven |= signature.startsWith("v1,") && Hmac.isEqual(expected, Hmac.base64(signature.substring(3)));
        }
        return proven;
    }
}
