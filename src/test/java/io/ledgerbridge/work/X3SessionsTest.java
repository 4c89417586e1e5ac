package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.Leases;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import io.ledgerbridge.queue.SetAsides;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@OnEachDatabase
class X3SessionsTest {

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final List<AnnotationConfigApplicationContext> processes;
    private final DueOrders orders;
    private final Leases leases;
    private final Claims queue;
    private final X3Sessions sessions;
    private final X3Sessions othersSessions;

    X3SessionsTest(Database database) {
        this.database = database;
        this.processes = List.of(process(), process());
        this.orders = processes.get(0).getBean(DueOrders.class);
        this.leases = processes.get(0).getBean(Leases.class);
        this.queue = processes.get(0).getBean(Claims.class);
        this.sessions = processes.get(0).getBean(X3Sessions.class);
        this.othersSessions = processes.get(1).getBean(X3Sessions.class);
    }

    private AnnotationConfigApplicationContext process() {
        return database.beans(
                clock,
                QueueBeans.class,
                EventRows.class,
                OrderWork.class,
                SetAsides.class,
                RefundRecords.class,
                AuditTrail.class,
                X3Sessions.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        processes.forEach(AnnotationConfigApplicationContext::close);
    }

    @Test
    void givesOutAsManyAsTheStoreMayHaveOverAllProcesses() {
        List<Claim> claims = claims("us", 4);
        assertThat(sessions.take(claims.get(0), 2).number()).isPositive();
        assertThat(othersSessions.take(claims.get(1), 2).number()).isPositive();
        assertThat(sessions.take(claims.get(2), 2).isMissing()).isTrue();
        assertThat(othersSessions.take(claims.get(3), 2).isMissing()).isTrue();
    }

    @Test
    void givesAStoreItsOwn() {
        assertThat(sessions.take(claims("us", 1).get(0), 1).isMissing()).isFalse();
        assertThat(sessions.take(claims("eu", 1).get(0), 1).isMissing()).isFalse();
    }

    @Test
    void givesAReturnedOneToTheNext() {
        List<Claim> claims = claims("us", 2);
        X3Session first = sessions.take(claims.get(0), 1);
        assertThat(sessions.take(claims.get(1), 1).isMissing()).isTrue();
        sessions.giveBack(first);
        assertThat(othersSessions.take(claims.get(1), 1).isMissing()).isFalse();
    }

    @Test
    void freesThatOfAClaimWhoseLeaseIsOver() {
        Claim lost = claims("us", 1).get(0);
        X3Session itsSession = sessions.take(lost, 1);
        clock.advance(Duration.ofMinutes(5));
        Claim next = claims("us", 1).get(0);
        X3Session taken = othersSessions.take(next, 1);
        assertThat(taken.isMissing()).isFalse();
        sessions.giveBack(itsSession);
        Claim third = claims("us", 1).get(0);
        assertThat(sessions.take(third, 1).isMissing())
                .as("the one that was lost can't be given back")
                .isTrue();
    }

    @Test
    void freesThatOfAClaimThatWasGivenBack() {
        Claim claim = claims("us", 1).get(0);
        sessions.take(claim, 1);
        leases.giveBackAll();
        assertThat(sessions.take(claims("us", 1).get(0), 1).isMissing()).isFalse();
    }

    @Test
    void givesNoneToAClaimThatIsLost() {
        Claim lost = claims("us", 1).get(0);
        clock.advance(Duration.ofMinutes(5));
        claims("us", 1);
        assertThatThrownBy(() -> sessions.take(lost, 1)).isInstanceOf(LeaseLost.class);
    }

    @Test
    void leavesAClaimTheOneThatItHas() {
        Claim claim = claims("us", 1).get(0);
        X3Session first = sessions.take(claim, 2);

        assertThat(sessions.take(claim, 2)).isEqualTo(first);
        assertThat(othersSessions.take("us", 2, Duration.ofMinutes(1)).isMissing())
                .isFalse();
    }

    @Test
    void leavesNoneToAClaimThatIsLostThoughNobodyHasTakenItsOwn() {
        Claim lost = claims("us", 1).get(0);
        sessions.take(lost, 2);
        clock.advance(Duration.ofMinutes(5));
        claims("us", 1);

        assertThatThrownBy(() -> sessions.take(lost, 2)).isInstanceOf(LeaseLost.class);
    }

    @Test
    void givesOutMoreWhenTheStoreMayHaveMoreAndFewerWhenFewer() {
        List<Claim> claims = claims("us", 3);
        sessions.take(claims.get(0), 1);
        assertThat(sessions.take(claims.get(1), 2).isMissing()).isFalse();
        assertThat(sessions.take(claims.get(2), 2).isMissing()).isTrue();
    }

    @Test
    void givesOneToACallThatBelongsToNoOrderAndCountsIt() {
        X3Session pings = sessions.take("us", 2, Duration.ofMinutes(1));
        List<Claim> claims = claims("us", 2);
        assertThat(pings.isMissing()).isFalse();
        assertThat(othersSessions.take(claims.get(0), 2).isMissing()).isFalse();
        assertThat(sessions.take(claims.get(1), 2).isMissing()).isTrue();
        assertThat(othersSessions.take("us", 2, Duration.ofMinutes(1)).isMissing())
                .isTrue();

        sessions.giveBack(pings);
        assertThat(othersSessions.take(claims.get(1), 2).isMissing()).isFalse();
    }

    @Test
    void freesOneThatBelongsToNoOrderWhenItsTimeIsOver() {
        X3Session lost = sessions.take("us", 1, Duration.ofMinutes(1));
        clock.advance(Duration.ofSeconds(59));
        assertThat(othersSessions.take("us", 1, Duration.ofMinutes(1)).isMissing())
                .isTrue();
        clock.advance(Duration.ofSeconds(1));
        Claim next = claims("us", 1).get(0);
        assertThat(othersSessions.take(next, 1).isMissing()).isFalse();

        sessions.giveBack(lost);
        assertThat(sessions.take("us", 1, Duration.ofMinutes(1)).isMissing())
                .as("the one that was lost can't be given back")
                .isTrue();
    }

    @Test
    void givesOrdersAndPingsNoneTwiceWhereManyAskAtOnce() throws Exception {
        Queue<Claim> claims = new ConcurrentLinkedQueue<>(claims("us", 4));
        List<X3Session> given = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger asked = new AtomicInteger();
        Together.run(8, () -> {
            int turn = asked.incrementAndGet();
            X3Sessions one = turn % 2 == 0 ? sessions : othersSessions;
            Claim claim = turn % 4 < 2 ? null : claims.poll();
            return given.add(claim == null ? one.take("us", 3, Duration.ofMinutes(1)) : one.take(claim, 3));
        });
        assertThat(given.stream().map(X3Session::number).filter(number -> number > 0))
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(3)
                .isNotEmpty();
    }

    @Test
    void givesEachToOneAloneWhereManyAskAtOnce() throws Exception {
        List<Claim> claims = new ArrayList<>(claims("us", 8));
        for (int round = 0; round < 10; round++) {
            List<Claim> waiting = Collections.synchronizedList(new ArrayList<>(claims));
            List<X3Session> given = Collections.synchronizedList(new ArrayList<>());
            int of = round % 2;
            Together.run(8, () -> {
                Claim claim = waiting.remove(0);
                return given.add((of == 0 ? sessions : othersSessions).take(claim, 3));
            });
            List<Integer> numbers = given.stream()
                    .map(X3Session::number)
                    .filter(number -> number > 0)
                    .toList();
            assertThat(numbers)
                    .doesNotHaveDuplicates()
                    .hasSizeLessThanOrEqualTo(3)
                    .isNotEmpty();
            given.stream().filter(session -> !session.isMissing()).forEach(sessions::giveBack);
        }
    }

    private List<Claim> claims(String store, int count) {
        IntStream.range(0, count).forEach(order -> orders.mark(store, 1000 + database.count("due_order")));
        List<Claim> claims = queue.claim(store, count);
        assertThat(claims).hasSize(count);
        return claims;
    }
}
