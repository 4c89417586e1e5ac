package io.ledgerbridge.console;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** An answer that a browser keeps as a file. */
public final class Attached {

    /** By it Excel knows UTF-8: else it takes accents for what the machine's own encoding has in their place. */
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private Attached() {}

    /** As it is. */
    public static ResponseEntity<StreamingResponseBody> as(String name, ResponseEntity<StreamingResponseBody> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers -> {
                    headers.addAll(answer.getHeaders());
                    headers.setContentDisposition(
                            ContentDisposition.attachment().filename(name).build());
                })
                .body(answer.getBody());
    }

    /** CSV that a person opens by a double click. */
    public static ResponseEntity<StreamingResponseBody> csv(String name, ResponseEntity<StreamingResponseBody> answer) {
        StreamingResponseBody rows = Objects.requireNonNull(answer.getBody(), "rows");
        return as(
                name,
                ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .body(out -> {
                            out.write(MARK);
                            rows.writeTo(out);
                        }));
    }
}
