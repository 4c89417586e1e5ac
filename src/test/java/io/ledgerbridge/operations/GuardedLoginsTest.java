package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    @Timeout(60)
    void looksAtNoMorePasswordsWhereManyComeAtOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(GUESSES);
        GuardedLogins logins = new GuardedLogins(
                slowly(() -> {
                    throw new BadCredentialsException("wrong");
                }),
                failed);

        List<String> answers = atOnce(all, () -> answer(logins));

        assertThat(lookedAt).hasValue(FailedLogins.FROM_ONE_ADDRESS);
        assertThat(answers.stream().filter("wrong"::equals)).hasSize(FailedLogins.FROM_ONE_ADDRESS);
        assertThat(answers.stream().filter("locked"::equals)).hasSize(GUESSES - FailedLogins.FROM_ONE_ADDRESS);
    }

    @Test
    @Timeout(60)
    void takesManyRightPasswordsAtOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(GUESSES);
        GuardedLogins logins = new GuardedLogins(
                slowly(() -> new UsernamePasswordAuthenticationToken("ops", "guess", List.of())), failed);

        assertThat(atOnce(all, () -> answer(logins))).hasSize(GUESSES).containsOnly("right");
    }

    private static List<String> atOnce(CountDownLatch all, Callable<String> guess) throws Exception {
        ExecutorService guessers = Executors.newFixedThreadPool(GUESSES);
        try {
            List<Future<String>> answers = Stream.generate(() -> guessers.submit(() -> {
                        all.countDown();
                        all.await();
                        return guess.call();
                    }))
                    .limit(GUESSES)
                    .toList();
            List<String> said = new ArrayList<>();
            for (Future<String> answer : answers) {
                said.add(answer.get(30, TimeUnit.SECONDS));
            }
            return said;
        } finally {
            guessers.shutdownNow();
        }
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
