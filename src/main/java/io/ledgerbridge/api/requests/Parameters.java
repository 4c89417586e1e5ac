package io.ledgerbridge.api.requests;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What calls may say in their address: days of our time, texts of a line; {@link ParameterAnswers} has the numbers. */
@Component
class Parameters implements WebMvcConfigurer {

    private static final String DAY = "a day such as 2026-11-01, from 1970-01-01 to 9999-12-31";
    private static final int LONGEST_TEXT = 200;

    /** The codes of a pairing's answer are as long as X3 makes them. */
    private static final int LONGEST_CODE = 8000;

    /**
     * A day that every database can hold.
     *
     * @throws IllegalArgumentException that says what is allowed
     */
    static LocalDate day(String text) {
        if (text.matches("(19[7-9]|[2-9]\\d\\d)\\d-\\d\\d-\\d\\d")) {
            return ofTheCalendar(text);
        }
        throw new IllegalArgumentException(DAY);
    }

    /** Without its cause: what is allowed is what is told. */
    @SuppressWarnings("UnusedException")
    private static LocalDate ofTheCalendar(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(DAY);
        }
    }

    @Override
    public void addFormatters(FormatterRegistry formatters) {
        formatters.addConverter(String.class, LocalDate.class, text -> text.isEmpty() ? null : day(text));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new ParameterCheck(LONGEST_TEXT)).addPathPatterns("/api/**");
        interceptors.addInterceptor(new ParameterCheck(LONGEST_CODE)).addPathPatterns("/oauth2/**");
    }
}
