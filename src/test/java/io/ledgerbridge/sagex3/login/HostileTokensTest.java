package io.ledgerbridge.sagex3.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.HostileProxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a token endpoint answers, nobody has to pair the store again because of it. */
@Timeout(120)
class HostileTokensTest {

    private final HostileProxy server = new HostileProxy(null);
    private final TokenEndpoint endpoint = new TokenEndpoint();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DRIP", "SILENCE", "REFUSED", "UNAUTHORISED"})
    void giveATokenThatIsOneOrAreAskedAgain(BadAnswer kind) {
        server.say("{\"access_token\": \"good\", \"refresh_token\": \"next\", \"expires_in\": 300}");
        server.answer(request -> Optional.of(kind));

        assertThat(asked()).isIn("granted", "again");
        server.answer(request -> Optional.empty());
        assertThat(asked()).isEqualTo("granted");
    }

    /** Whoever asks by what was shown must be told that it isn't taken. */
    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "UNAUTHORISED"})
    void sayNoWhereItIsTheirOwn(BadAnswer kind) {
        server.answer(request -> Optional.of(kind));

        assertThat(asked()).isEqualTo("refused");
    }

    private String asked() {
        GrantRequest request = new GrantRequest(
                URI.create(server.url() + "/token"), Auth.TokenRequest.JSON, Map.of("refresh_token", "secret-of-ours"));
        try {
            return endpoint.ask(request) instanceof TokenReply.Granted granted
                            && granted.access().equals("good")
                    ? "granted"
                    : "refused";
        } catch (Fault fault) {
            assertThat(fault.words()).doesNotContain("secret-of-ours");
            return fault instanceof TransientFault ? "again" : fault.words();
        }
    }
}
