package io.ledgerbridge.console;

import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;

/** An answer that a browser keeps as a file. */
public final class Attached {

    private Attached() {}

    public static <T> ResponseEntity<T> as(String name, ResponseEntity<T> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers -> {
                    headers.addAll(answer.getHeaders());
                    headers.setContentDisposition(
                            ContentDisposition.attachment().filename(name).build());
                })
                .body(answer.getBody());
    }
}
