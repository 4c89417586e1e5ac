package io.ledgerbridge.console.orders;

import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;

/** An answer that a browser keeps as a file. */
final class Attached {

    private Attached() {}

    static <T> ResponseEntity<T> as(String name, ResponseEntity<T> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers -> {
                    headers.addAll(answer.getHeaders());
                    headers.setContentDisposition(
                            ContentDisposition.attachment().filename(name).build());
                })
                .body(answer.getBody());
    }
}
