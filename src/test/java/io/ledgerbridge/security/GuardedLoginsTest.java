package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.ledgerbridge.Together;
import io.ledgerbridge.logging.FewLines;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

class GuardedLoginsTest {

    private static final int GUESSES = 20;
    private static final int MANY_CORES = 64;
    private static final Authentication RIGHT = new UsernamePasswordAuthenticationToken("ops", "right", List.of());

    private final FailedLogins failed = new FailedLogins(Ticker.systemTicker());
    private final AtomicInteger lookedAt = new AtomicInteger();
    private final AtomicInteger lookers = new AtomicInteger();
    private int cores = 2;

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

    /** The users are found by their names whatever the letters' case. */
    @Test
    void countsANameHoweverItsLettersAreWritten() {
        GuardedLogins logins = guarded(looking(password -> {
            throw new BadCredentialsException("wrong");
        }));

        assertThat(Stream.of("ops", "Ops", "oPS", "opS", "OPS", "OpS", "oPs")
                        .map(name -> answer(logins, name, "guess")))
                .containsExactly("wrong", "wrong", "wrong", "wrong", "wrong", "locked", "locked");
    }

    @Test
    void takesManyRightPasswordsAtOnce() throws Exception {
        GuardedLogins logins =
                guarded(slowly(() -> new UsernamePasswordAuthenticationToken("ops", "guess", List.of())));

        assertThat(Together.run(GUESSES, () -> answer(logins))).hasSize(GUESSES).containsOnly("right");
    }

    @Test
    void takesARightPasswordWhileWrongOnesAreLookedAt() throws Exception {
        CountDownLatch took = new CountDownLatch(1);
        cores = MANY_CORES;
        GuardedLogins logins = guarded(looking(login -> login.equals("right") ? RIGHT : wrongAfter(took)));

        List<String> answers = Together.run(2, () -> {
            if (lookers.incrementAndGet() == 1) {
                return answer(logins, "wrong");
            }
            Awaitility.await().until(() -> lookedAt.get() == 1);
            String answer = answer(logins, "right");
            took.countDown();
            return answer;
        });

        assertThat(answers).containsExactlyInAnyOrder("right", "wrong");
    }

    @Test
    void looksAtNoMoreThanMayBeWrongHoweverManyCoresThereAre() throws Exception {
        CountDownLatch sentAway = new CountDownLatch(1);
        failed.add("ops", "unknown");
        failed.add("ops", "unknown");
        cores = MANY_CORES;
        GuardedLogins logins = guarded(looking(login -> wrongAfter(sentAway)));

        List<String> answers = Together.run(4, () -> {
            String answer = answer(logins);
            sentAway.countDown();
            return answer;
        });

        assertThat(answers).containsExactlyInAnyOrder("wrong", "wrong", "wrong", "busy");
        assertThat(answer(logins)).isEqualTo("locked");
        assertThat(lookedAt).hasValue(3);
    }

    @Test
    void countsNoPasswordThatCouldNotBeLookedAt() {
        GuardedLogins logins = guarded(looking(login -> {
            if (login.equals("right")) {
                return RIGHT;
            }
            throw new IllegalStateException("broken");
        }));

        for (int guess = 0; guess < GUESSES; guess++) {
            assertThat(answer(logins)).isEqualTo("broken");
        }
        assertThat(answer(logins, "right")).isEqualTo("right");
    }

    private static Authentication wrongAfter(CountDownLatch latch) throws InterruptedException {
        latch.await(60, TimeUnit.SECONDS);
        throw new BadCredentialsException("wrong");
    }

    private GuardedLogins guarded(AuthenticationProvider passwords) {
        return new GuardedLogins(
                passwords,
                failed,
                new PasswordLocks(GUESSES, cores),
                new RightPasswords(Ticker.systemTicker()),
                new FewLines(Clock.systemUTC()));
    }

    private static String answer(GuardedLogins logins) {
        return answer(logins, "guess");
    }

    private static String answer(GuardedLogins logins, String password) {
        return answer(logins, "ops", password);
    }

    private static String answer(GuardedLogins logins, String name, String password) {
        try {
            logins.authenticate(new UsernamePasswordAuthenticationToken(name, password));
            return "right";
        } catch (LockedException locked) {
            return "locked";
        } catch (TooManyLogins busy) {
            return "busy";
        } catch (IllegalStateException broken) {
            return "broken";
        } catch (AuthenticationException wrong) {
            return "wrong";
        }
    }

    /** As slow as a hash, so that guesses that come at once are looked at at once where nothing keeps them apart. */
    private AuthenticationProvider slowly(Callable<Authentication> look) {
        return looking(password -> {
            Thread.sleep(20);
            return look.call();
        });
    }

    private interface Look {
        Authentication at(String password) throws Exception;
    }

    private AuthenticationProvider looking(Look look) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication login) {
                lookedAt.incrementAndGet();
                try {
                    return look.at(login.getCredentials().toString());
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
