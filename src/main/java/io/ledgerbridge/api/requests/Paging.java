package io.ledgerbridge.api.requests;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Which page of an answer is asked for. */
public final class Paging {

    public static final String FIRST = "0";
    public static final String USUAL_SIZE = "50";

    private static final int LARGEST_SIZE = 500;

    private Paging() {}

    /** Refuses an order's id that can't be. */
    public static void checkOrder(long order, long least) {
        if (order < least) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "order, %d, is not a number from %d on".formatted(order, least));
        }
    }

    /** Refuses a page or a size that can't be. */
    public static void check(int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_SIZE) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "page counts from 0, and size is 1 to %d: page %d, size %d".formatted(LARGEST_SIZE, page, size));
        }
    }
}
