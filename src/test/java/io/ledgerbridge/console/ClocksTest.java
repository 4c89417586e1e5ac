package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Times are those of a store, with the name of its zone. */
class ClocksTest {

    @BeforeEach
    void speakEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void fallSilent() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** An hour comes twice where summer time ends; its zone's name tells the two apart. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T06:30:00Z, 1 Nov 2026 01:30:00 CDT",
        "2026-11-01T07:30:00Z, 1 Nov 2026 01:30:00 CST",
        "2026-03-08T07:59:59Z, 8 Mar 2026 01:59:59 CST",
        "2026-03-08T08:00:00Z, 8 Mar 2026 03:00:00 CDT",
        "2027-01-01T05:59:59Z, 31 Dec 2026 23:59:59 CST",
        "2027-01-01T06:00:00Z, 1 Jan 2027 00:00:00 CST"
    })
    void sayDayTimeAndZone(Instant instant, String words) {
        assertThat(clocks("2026-06-01T12:00:00Z", Map.of("us", "America/Chicago"))
                        .at(instant, "us"))
                .isEqualTo(words);
    }

    /** Today is the store's, not that of UTC. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-01T05:00:00Z, 22:00:00 CST",
        "2027-01-01T06:00:00Z, 31 Dec 2026 22:00:00 CST",
    })
    void leaveOutTheDayWhereItIsToday(String now, String words) {
        assertThat(clocks(now, Map.of("us", "America/Chicago")).lately(Instant.parse("2027-01-01T04:00:00Z"), "us"))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, Europe/Paris, , 13:00:00 CET",
        "Europe/Paris, America/Chicago, , 12:00:00 UTC",
        "Europe/Paris, America/Chicago, eu, 13:00:00 CET",
        "Europe/Paris, America/Chicago, gone, 12:00:00 UTC"
    })
    void areUtcWhereStoresHaveSeveralZones(String eu, String us, @Nullable String store, String words) {
        assertThat(clocks("2026-11-05T13:00:00Z", Map.of("eu", eu, "us", us))
                        .lately(Instant.parse("2026-11-05T12:00:00Z"), store))
                .isEqualTo(words);
    }

    @Test
    void speakTheLanguageOfThePage() {
        Clocks clocks = clocks("2026-11-05T13:00:00Z", Map.of("eu", "Europe/Paris"));
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(clocks.day(LocalDate.of(2026, 3, 2))).isEqualTo("2. März 2026");
        assertThat(clocks.month(YearMonth.of(2026, 12))).isEqualTo("Dezember 2026");
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(clocks.day(LocalDate.of(2026, 8, 2))).isEqualTo("2 août 2026");
        assertThat(clocks.day(null)).isEmpty();
    }

    private static Clocks clocks(String now, Map<String, String> zones) {
        Map<String, PostingRules> stores = new LinkedHashMap<>();
        zones.forEach((store, zone) -> {
            Settings settings = new Settings();
            settings.zone = ZoneId.of(zone);
            stores.put(store, new PostingRules(store, settings.rules().journal(), Map.of()));
        });
        return new Clocks(new Rules(stores), new TestClock(now));
    }
}
