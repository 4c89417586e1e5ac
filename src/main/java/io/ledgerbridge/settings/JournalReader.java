package io.ledgerbridge.settings;

import static io.ledgerbridge.settings.SettingKind.code;
import static io.ledgerbridge.settings.SettingKind.number;
import static io.ledgerbridge.settings.SettingKind.plain;
import static io.ledgerbridge.settings.SettingKind.text;
import static io.ledgerbridge.settings.SettingKind.word;

import io.ledgerbridge.posting.rules.JournalSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads the {@code journal} settings of a store. */
final class JournalReader {

    private static final String CLOSED = "(?i)period.{0,30}(closed|not open)";
    private static final SettingKind<String> PREFIX =
            text("[A-Z0-9]{0,3}[A-Z]", "at most three of A-Z and 0-9, and one of A-Z after them, such as BC");
    private static final SettingKind<LocalDate> DAY =
            plain("a day such as 2026-11-01", LocalDate.EPOCH, LocalDate::parse);
    private static final SettingKind<ZoneId> ZONE =
            plain("a time zone such as America/Chicago", ZoneOffset.UTC, ZoneId::of);

    private JournalReader() {}

    static JournalSettings read(SettingsGroup journal) {
        return new JournalSettings(
                journal.get("prefix", PREFIX).or("BC"),
                journal.get("start", DAY).orNull(),
                journal.get("entry-type", code(5)).required(),
                journal.get("code", code(5)).required(),
                journal.get("site", code(5)).required(),
                journal.get("time-zone", ZONE).required(),
                journal.get("recognition", word(JournalSettings.Recognition.class))
                        .or(JournalSettings.Recognition.IMMEDIATE),
                journal.get("closed-period", word(JournalSettings.ClosedPeriod.class))
                        .or(JournalSettings.ClosedPeriod.PARK),
                journal.patterns("closed-period-texts", CLOSED),
                journal.get("rounding-limit", number(0, 1000)).or(5));
    }
}
