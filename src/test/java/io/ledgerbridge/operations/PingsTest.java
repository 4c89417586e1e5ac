package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.hooks.Hooks;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.TokenStates;
import io.ledgerbridge.settings.SettingsFixture;
import java.net.ConnectException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failed look-up says of X3's credentials. */
class PingsTest {

    private final FolderSettings folder = Objects.requireNonNull(
                    SettingsFixture.example().read().stores().get("us"))
            .folder();
    private final Pings pings = new Pings(
            new BigCommercePing(mock(Hooks.class), mock(HookSettings.class)),
            new SageX3Ping(new Folders(Map.of("us", folder)), mock(TokenStates.class), Clock.systemUTC()),
            mock(Rules.class),
            new Words(new KnownSecrets()));

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "401,  credentials, false, HTTP 401",
                "none, credentials, false, HTTP none",
                "403,  refused,     false, x3-look-up-refused: HTTP 403",
                "403,  passing,     false, HTTP 403",
                "404,  refused,     true,  Sage X3 takes them (connected-app)",
                "400,  refused,     true,  Sage X3 takes them (connected-app)",
                "500,  passing,     true,  'Sage X3 didn''t refuse them (connected-app), but answered nothing that shows that it takes them'",
                "200,  passing,     true,  'Sage X3 didn''t refuse them (connected-app), but answered nothing that shows that it takes them'",
                "none, down,        false, not known: HTTP none",
                "none, lost,        false, not known: no answer: the connection was refused"
            })
    void fails(@Nullable Integer status, String kind, boolean good, String detail) {
        AskedX3 asked = pings.begin();
        pings.x3Failed(asked, "us", pings.failed(status, failure(kind, "HTTP " + (status == null ? "none" : status))));
        List<PingCheck> checks = asked.end();

        assertThat(checks).extracting(PingCheck::name).containsExactly("sage-x3-credentials", "sage-x3-endpoint");
        assertThat(checks.get(0).ok()).isEqualTo(good);
        assertThat(checks.get(0).detail()).isEqualTo(detail);
        assertThat(checks.get(1).ok()).isFalse();
    }

    private static Throwable failure(String kind, String words) {
        return switch (kind) {
            case "credentials" -> Fault.credentials(Side.SAGE_X3, words);
            case "passing" -> Fault.passing(words, null);
            case "down" -> Fault.down(Side.SAGE_X3, words);
            case "lost" -> new ConnectException();
            default -> Fault.needsPerson(new ParkReason(ParkCode.X3_LOOK_UP_REFUSED, words, "mend it"));
        };
    }
}
