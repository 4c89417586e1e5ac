package io.ledgerbridge.settings;

import static io.ledgerbridge.settings.SettingKind.plain;
import static io.ledgerbridge.settings.SettingKind.require;

import io.ledgerbridge.retention.RetentionSettings;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** Reads {@code retention}: how old rows become. */
final class RetentionReader {

    private static final Duration DAY = Duration.ofDays(1);
    private static final long DAYS_OF_A_YEAR = 365;
    private static final Duration LONGEST = Duration.ofDays(100 * DAYS_OF_A_YEAR);

    private RetentionReader() {}

    static RetentionSettings read(SettingsGroup retention) {
        SettingKind<Duration> age = age(DAY, "an age of at least 1d, such as 400d or 10y");
        SettingKind<Duration> ofDeliveries = age(
                RetentionSettings.SHORTEST_FOR_DELIVERIES,
                "an age of at least 48h, as long as BigCommerce repeats a delivery, such as 30d or 10y");
        return new RetentionSettings(
                retention.get("deliveries", ofDeliveries).or(Duration.ofDays(30)),
                retention.get("events", age).or(Duration.ofDays(400)),
                retention.get("readings", age).or(Duration.ofDays(10 * DAYS_OF_A_YEAR)));
    }

    /** As Spring Boot reads durations, and in years of 365 days. */
    private static SettingKind<Duration> age(Duration least, String allowed) {
        return plain(
                allowed,
                least,
                text -> require(parse(text), age -> age.compareTo(least) >= 0 && age.compareTo(LONGEST) <= 0));
    }

    private static Duration parse(String text) {
        return text.matches("[0-9]{1,3}y")
                ? Duration.ofDays(DAYS_OF_A_YEAR * Long.parseLong(text.substring(0, text.length() - 1)))
                : DurationStyle.detectAndParse(text);
    }
}
