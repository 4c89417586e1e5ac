package io.ledgerbridge.api.requests;

import io.ledgerbridge.approvals.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why something can't be asked for, or can't be decided so. */
@RestControllerAdvice
class ApprovalRefusals {

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        HttpStatus status = switch (refused.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case SAME_PERSON -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return ProblemDetail.forStatusAndDetail(status, refused.why());
    }
}
