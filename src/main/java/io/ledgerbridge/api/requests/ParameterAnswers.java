package io.ledgerbridge.api.requests;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says of a parameter that can't be read which it is, what was given, and what is allowed. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ParameterAnswers {

    /** Editors, since what Spring tries after a converter takes hexadecimal and blanks for numbers, too. */
    @InitBinder
    void numbers(WebDataBinder binder) {
        binder.registerCustomEditor(Long.class, new Digits(18, Long::valueOf));
        binder.registerCustomEditor(long.class, new Digits(18, Long::valueOf));
        binder.registerCustomEditor(Integer.class, new Digits(9, Integer::valueOf));
        binder.registerCustomEditor(int.class, new Digits(9, Integer::valueOf));
    }

    @ExceptionHandler
    ProblemDetail mismatch(MethodArgumentTypeMismatchException mismatch) {
        return refused(detail(mismatch.getName(), mismatch.getValue(), mismatch.getMostSpecificCause()));
    }

    @ExceptionHandler
    ProblemDetail unbound(BindException unbound) {
        return refused(
                unbound.getFieldErrors().stream().map(ParameterAnswers::detail).collect(Collectors.joining("; ")));
    }

    private static String detail(FieldError error) {
        Throwable cause = error.contains(TypeMismatchException.class)
                ? error.unwrap(TypeMismatchException.class).getMostSpecificCause()
                : null;
        return detail(error.getField(), error.getRejectedValue(), cause);
    }

    private static String detail(String name, @Nullable Object value, @Nullable Throwable cause) {
        String allowed = cause instanceof IllegalArgumentException told && told.getMessage() != null
                ? told.getMessage()
                : "what it has to be";
        return "%s, \"%s\", is not %s".formatted(name, ParameterCheck.shown(Objects.toString(value, "")), allowed);
    }

    private static ProblemDetail refused(String detail) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
    }
}
