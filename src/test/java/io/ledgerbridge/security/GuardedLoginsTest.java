package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Together;
import io.ledgerbridge.logging.FewLines;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

class GuardedLoginsTest {

    private static final int GUESSES = 20;

    private final FailedLogins failed = new FailedLogins(Clock.systemUTC());
    private final AtomicInteger lookedAt = new AtomicInteger();

    @Test
    void looksAtNoMorePasswordsWhereManyComeAtOnce() throws Exception {
        GuardedLogins logins = guarded(slowly(() -> {
            throw new BadCredentialsException("wrong");
        }));

        List<String> answers = Together.run(GUESSES, () -> answer(logins));

        assertThat(lookedAt).hasValue(FailedLogins.FROM_ONE_ADDRESS);
        assertThat(answers.stream().filter("wrong"::equals)).hasSize(FailedLogins.FROM_ONE_ADDRESS);
        assertThat(answers.stream().filter("locked"::equals)).hasSize(GUESSES - FailedLogins.FROM_ONE_ADDRESS);
    }

    @Test
    void takesManyRightPasswordsAtOnce() throws Exception {
        GuardedLogins logins =
                guarded(slowly(() -> new UsernamePasswordAuthenticationToken("ops", "guess", List.of())));

        assertThat(Together.run(GUESSES, () -> answer(logins))).hasSize(GUESSES).containsOnly("right");
    }

    private GuardedLogins guarded(AuthenticationProvider passwords) {
        Clock clock = Clock.systemUTC();
        return new GuardedLogins(
                passwords, failed, new PasswordLocks(GUESSES, 2), new RightPasswords(clock), new FewLines(clock));
    }

    private static String answer(GuardedLogins logins) {
        try {
            logins.authenticate(new UsernamePasswordAuthenticationToken("ops", "guess"));
            return "right";
        } catch (LockedException locked) {
            return "locked";
        } catch (AuthenticationException wrong) {
            return "wrong";
        }
    }

    /** As slow as a hash, so that guesses that come at once are looked at at once where nothing keeps them apart. */
    private AuthenticationProvider slowly(Callable<Authentication> look) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication login) {
                lookedAt.incrementAndGet();
                try {
                    Thread.sleep(20);
                    return look.call();
                } catch (AuthenticationException refused) {
                    throw refused;
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            }

            @Override
            public boolean supports(Class<?> type) {
                return true;
            }
        };
    }
}
