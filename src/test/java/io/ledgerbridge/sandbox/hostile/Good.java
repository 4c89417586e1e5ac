package io.ledgerbridge.sandbox.hostile;

import java.nio.charset.StandardCharsets;

/** The answer that the other side would have given. */
record Good(int status, String contentType, String body) {

    /** With another body. */
    Good with(String otherBody) {
        return new Good(status, contentType, otherBody);
    }

    byte[] bytes() {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 %d Said\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(status, contentType, text.length);
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + text.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(text, 0, all, start.length, text.length);
        return all;
    }
}
