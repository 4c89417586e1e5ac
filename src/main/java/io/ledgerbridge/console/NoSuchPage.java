package io.ledgerbridge.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says to a browser by a page that there is nothing at an address, and to everybody else as the API does. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoSuchPage {

    @ExceptionHandler
    Object answer(NoResourceFoundException nothing, HttpServletRequest request) {
        return isAskedByABrowser(request)
                ? Troubles.page(nothing.getStatusCode(), 404, "")
                : ResponseEntity.status(nothing.getStatusCode()).body(nothing.getBody());
    }

    /** As after a reload of what a form was sent to. */
    @ExceptionHandler
    Object answer(HttpRequestMethodNotSupportedException other, HttpServletRequest request) {
        return isAskedByABrowser(request)
                ? Troubles.page(other.getStatusCode(), 405, "")
                : ResponseEntity.status(other.getStatusCode())
                        .headers(other.getHeaders())
                        .body(other.getBody());
    }

    private static boolean isAskedByABrowser(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                .contains(MediaType.TEXT_HTML_VALUE);
    }
}
