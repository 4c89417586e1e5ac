package io.ledgerbridge.console;

import io.ledgerbridge.api.requests.Problems;
import io.ledgerbridge.orders.TooManyMatches;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** The page that says why there is no other: it needs nothing of the database. */
@ControllerAdvice("io.ledgerbridge.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    /** None where nobody reads on. */
    @ExceptionHandler
    @Nullable
    ModelAndView answer(Exception failure) {
        if (failure instanceof AsyncRequestNotUsableException) {
            return null;
        }
        Optional<ProblemDetail> problem = Problems.of(failure);
        if (problem.isPresent()) {
            HttpStatusCode status = HttpStatusCode.valueOf(problem.get().getStatus());
            if (status.is5xxServerError()) {
                LOG.warn("A page of the console could not be shown: {}", failure.toString());
            }
            return page(status, status.value(), Objects.toString(problem.get().getDetail(), ""));
        }
        if (failure instanceof TooManyMatches) {
            return page(HttpStatus.BAD_REQUEST, 400, Objects.toString(failure.getMessage(), ""));
        }
        if (failure instanceof TaskRejectedException) {
            return page(HttpStatus.SERVICE_UNAVAILABLE, "downloads", "");
        }
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            LOG.warn("A page of the console could not be read from the database: {}", failure.toString());
            return page(HttpStatus.SERVICE_UNAVAILABLE, "database", "");
        }
        LOG.error("A page of the console failed", failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, 500, "");
    }

    /** The words are those of the key behind {@code trouble.}, and what was said about it. */
    static ModelAndView page(HttpStatusCode status, Object key, String detail) {
        ModelAndView page = new ModelAndView("trouble");
        page.setStatus(status);
        page.addObject("key", key);
        page.addObject("detail", detail);
        return page;
    }
}
