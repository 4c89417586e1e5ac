package io.ledgerbridge.api.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Refuses what no parameter can be, before anything looks for it: not every database takes every character. */
public final class ParameterCheck implements HandlerInterceptor {

    /** Control characters, halves of characters, and what a decoder puts in the place of bytes that are none. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\ufffd]");

    private static final int LONGEST_SHOWN = 50;

    private final int longest;

    ParameterCheck(int longest) {
        this.longest = longest;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> check(name, values, mayBeSeveral(handler, name)));
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> check(String.valueOf(name), String.valueOf(value)));
        }
        return true;
    }

    /** Where the call takes a list. */
    private static boolean mayBeSeveral(Object handler, String name) {
        return handler instanceof HandlerMethod call
                && Arrays.stream(call.getMethod().getParameters())
                        .anyMatch(parameter -> parameter.getName().equals(name) && parameter.getType() == List.class);
    }

    private void check(String name, String[] values, boolean mayBeSeveral) {
        if (values.length > 1 && !mayBeSeveral) {
            throw refused("%s is given %d times, and may be given once".formatted(shown(name), values.length));
        }
        for (String value : values) {
            check(name, value);
        }
    }

    private void check(String name, String value) {
        if (value.length() > longest || !isText(value) || !isText(name)) {
            throw refused("%s, \"%s\", is not a text in one line of at most %d characters"
                    .formatted(shown(name), shown(value), longest));
        }
    }

    /** Whether every database takes a text, and every page shows it in one line. */
    static boolean isText(String text) {
        return !NO_TEXT.matcher(text).find();
    }

    /** The beginning of what was given, for an answer. */
    public static String shown(String given) {
        String line = NO_TEXT.matcher(given).replaceAll("?");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }

    private static ResponseStatusException refused(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }
}
