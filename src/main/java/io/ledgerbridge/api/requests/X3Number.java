package io.ledgerbridge.api.requests;

import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The number of an entry in Sage X3, as a person gives it. It stands in the audit trail for good, so it has to be a number
 * and nobody's words.
 */
public final class X3Number {

    private static final Pattern NUMBER = Pattern.compile("(?=.*[0-9])[A-Za-z0-9./_-]{1,30}");

    private X3Number() {}

    /** What a body's {@code x3Number} says, or a 400 that tells what it may be. */
    public static String of(JsonRequestBody body) {
        String number = body.text("x3Number");
        if (!NUMBER.matcher(number).matches()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "x3Number, \"%s\", is no number of an entry in Sage X3: 1 to 30 letters, digits and - / . _, with a digit and without blanks"
                            .formatted(ParameterCheck.shown(number)));
        }
        return number;
    }
}
