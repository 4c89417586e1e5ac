package io.ledgerbridge.settings;

import java.time.Duration;

/**
 * What requests may take at once before anybody has proven who they are.
 *
 * @param bodies that are still coming in, of all requests together; each of 64 KiB at most
 * @param bodyTime for a body, from its first byte to its last
 * @param webhooks deliveries that are worked on at once
 * @param requests all others that are worked on at once, but for liveness and readiness
 * @param logins passwords that are looked at or wait for it
 * @param sessions that one user may have
 */
public record FrontDoorSettings(int bodies, Duration bodyTime, int webhooks, int requests, int logins, int sessions) {

    public static final FrontDoorSettings STANDARD =
            new FrontDoorSettings(250, Duration.ofSeconds(10), 100, 50, 16, 10);

    static FrontDoorSettings read(SettingsGroup group) {
        return new FrontDoorSettings(
                group.get("bodies", SettingKind.number(10, 10_000)).or(STANDARD.bodies),
                group.get("body-time", SettingKind.duration()).or(STANDARD.bodyTime),
                group.get("webhooks", SettingKind.number(4, 1000)).or(STANDARD.webhooks),
                group.get("requests", SettingKind.number(4, 1000)).or(STANDARD.requests),
                group.get("logins", SettingKind.number(1, 1000)).or(STANDARD.logins),
                group.get("sessions", SettingKind.number(1, 1000)).or(STANDARD.sessions));
    }
}
