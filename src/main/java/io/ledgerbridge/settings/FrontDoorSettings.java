package io.ledgerbridge.settings;

import java.time.Duration;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What requests may take at once before anybody has proven who they are.
 *
 * @param bodies that are still coming in, of all requests together; each of 64 KiB at most
 * @param bodyTime for a body, from its first byte to its last
 * @param webhooks deliveries that are worked on at once
 * @param requests all others that are worked on at once, but for liveness and readiness
 * @param logins passwords that are checked or wait for it
 * @param sessions that one user may have
 */
public record FrontDoorSettings(
        @DefaultValue("250") @Range(min = 10, max = 10_000) int bodies,
        @DefaultValue("10s") @DurationMin(nanos = 1) Duration bodyTime,
        @DefaultValue("100") @Range(min = 4, max = 1000) int webhooks,
        @DefaultValue("50") @Range(min = 4, max = 1000) int requests,
        @DefaultValue("16") @Range(min = 1, max = 1000) int logins,
        @DefaultValue("10") @Range(min = 1, max = 1000) int sessions) {}
