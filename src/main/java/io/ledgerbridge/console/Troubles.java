package io.ledgerbridge.console;

import io.ledgerbridge.orders.TooManyMatches;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** The page that says why there is no other: it needs nothing of the database. */
@ControllerAdvice("io.ledgerbridge.console")
class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    @ExceptionHandler
    ModelAndView answer(Exception failure) {
        if (failure instanceof ErrorResponse answer) {
            String detail = answer.getBody().getDetail();
            return page(answer.getStatusCode(), Objects.toString(detail, ""));
        }
        if (failure instanceof TooManyMatches) {
            return page(HttpStatus.BAD_REQUEST, Objects.toString(failure.getMessage(), ""));
        }
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            LOG.warn("A page of the console could not be read from the database: {}", failure.toString());
            return page(HttpStatus.SERVICE_UNAVAILABLE, "");
        }
        LOG.error("A page of the console failed", failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "");
    }

    private static ModelAndView page(HttpStatusCode status, String detail) {
        ModelAndView page = new ModelAndView("trouble");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("detail", detail);
        return page;
    }
}
