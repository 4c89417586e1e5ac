package io.ledgerbridge.api.requests;

import io.ledgerbridge.approvals.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Says of a parameter that can't be read which it is, what was given, and what is allowed; and why something can't be asked for, or
 * can't be decided so.
 */
@RestControllerAdvice
@Order(ParameterAnswers.ORDER)
class ParameterAnswers {

    /** Behind the pages of the console, before Spring's own. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

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
        return Problems.mismatched(mismatch);
    }

    @ExceptionHandler
    ProblemDetail unbound(BindException unbound) {
        return Problems.unbound(unbound);
    }

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        return Problems.refused(refused);
    }
}
