package io.ledgerbridge.api.requests;

import io.ledgerbridge.approvals.Refused;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What was wrong with a call, or in its way: the API says it as JSON, the console by a page. */
public final class Problems {

    private Problems() {}

    /** Empty where nothing has been said of it. */
    public static Optional<ProblemDetail> of(Exception failure) {
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(mismatched(mismatch));
        }
        if (failure instanceof BindException unbound) {
            return Optional.of(unbound(unbound));
        }
        if (failure instanceof Refused refused) {
            return Optional.of(refused(refused));
        }
        // a record of parameters that refuses them
        if (failure instanceof BeanInstantiationException unmade && unmade.getCause() instanceof Exception why) {
            return of(why);
        }
        return failure instanceof ErrorResponse answer ? Optional.of(answer.getBody()) : Optional.empty();
    }

    static ProblemDetail mismatched(MethodArgumentTypeMismatchException mismatch) {
        return notAllowed(detail(mismatch.getName(), mismatch.getValue(), mismatch.getMostSpecificCause()));
    }

    static ProblemDetail unbound(BindException unbound) {
        return notAllowed(
                unbound.getFieldErrors().stream().map(Problems::detail).collect(Collectors.joining("; ")));
    }

    static ProblemDetail refused(Refused refused) {
        HttpStatus status = switch (refused.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case SAME_PERSON -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return ProblemDetail.forStatusAndDetail(status, refused.why());
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

    private static ProblemDetail notAllowed(String detail) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
    }
}
