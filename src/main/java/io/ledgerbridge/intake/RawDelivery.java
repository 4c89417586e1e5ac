package io.ledgerbridge.intake;

import io.ledgerbridge.http.ReadRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with its body as plain bytes: nobody takes it for a form or an upload and reads it first, and nobody
 * unpacks what is signed as it came.
 */
final class RawDelivery extends ReadRequest {

    private static final String PLAIN = "application/octet-stream";

    RawDelivery(HttpServletRequest request, byte[] body) {
        super(request, body);
    }

    @Override
    public String getContentType() {
        return PLAIN;
    }

    @Override
    public @Nullable String getHeader(String name) {
        if ("Content-Encoding".equalsIgnoreCase(name)) {
            return null;
        }
        return "Content-Type".equalsIgnoreCase(name) ? PLAIN : super.getHeader(name);
    }
}
