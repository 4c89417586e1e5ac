package io.ledgerbridge.api.requests;

import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.logging.Words;
import java.io.IOException;
import org.apache.camel.CamelExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Says as an answer that BigCommerce didn't give what was asked for. */
public final class NotRead {

    private NotRead() {}

    /** 502 in BigCommerce's words; any other failure as it is. */
    public static RuntimeException of(CamelExecutionException failure, Words words) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return new ResponseStatusException(HttpStatus.BAD_GATEWAY, words.kept(fault.words()), failure);
            }
            if (cause instanceof IOException) {
                return new ResponseStatusException(
                        HttpStatus.BAD_GATEWAY,
                        words.kept("BigCommerce can't be read now: " + FailureWords.of(cause)),
                        failure);
            }
        }
        return failure;
    }
}
