package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.OrderStatus;
import io.ledgerbridge.parked.ReplayBeans;
import io.ledgerbridge.parked.Replays;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders in the middle of whose work a process ended, of eight workers. A process that ended is one that is heard of no more. */
@OnEachDatabase
public class UnfinishedWorkTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Set<String> STORES = Set.of("us");
    private static final long POISON = 3;

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private AnnotationConfigApplicationContext process;

    UnfinishedWorkTest(Database database) {
        this.database = database;
        this.process = begin();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void parksTheOrderThatEndsItsProcessAThirdTimeAndNoneThatWasWorkedBesideIt() {
        LongStream.range(0, 8).forEach(order -> orders().mark("us", order));
        int ends = 0;
        int turns = 0;
        while (!state(POISON).equals("parked") && turns++ < 100) {
            List<Claim> claims = turn();
            if (claims.stream().anyMatch(claim -> claim.order() == POISON)) {
                ends++;
                processEnds();
            } else {
                claims.forEach(this::post);
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(ends).isEqualTo(3);
        assertThat(LongStream.range(0, 8).filter(order -> order != POISON))
                .allSatisfy(order -> assertThat(state(order)).isEqualTo("posted"));
        OrderStatus parked = status(POISON);
        assertThat(parked.reason()).isEqualTo("poison");
        assertThat(orders().look("us", POISON))
                .as("a late commit is looked for when it is replayed")
                .isFalse();
        assertThat(parked.detail()).contains("3 times", "2026-11-03T12:00:00Z", "nothing had been written down of it");
        assertThat(parked.remedy()).contains("BigCommerce", "work it again");
    }

    @Test
    void leavesAPoisonOrderParkedWhateverHappensToItUntilAPersonReplaysIt() {
        orders().mark("us", POISON);
        for (int end = 0; end < 3; end++) {
            assertThat(turn()).hasSize(1);
            processEnds();
        }
        assertThat(turn()).isEmpty();
        orders().mark("us", POISON);
        assertThat(turn()).isEmpty();
        assertThat(status(POISON).reason()).isEqualTo("poison");

        process.getBean(Replays.class).replay("us", POISON, "ops");
        List<Claim> claims = turn();
        assertThat(claims).hasSize(1);
        post(claims.get(0));
        assertThat(state(POISON)).isEqualTo("posted");
    }

    @Test
    void worksWhatAnEndedProcessLeftOneAtATimeAndNothingBeside() {
        LongStream.range(0, 3).forEach(order -> orders().mark("us", order));
        assertThat(turn()).hasSize(3);
        processEnds();
        orders().mark("us", 7);

        List<Claim> alone = turn();
        assertThat(alone).hasSize(1);
        assertThat(turn()).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        post(alone.get(0));
        assertThat(turn())
                .as("the others have as much time")
                .extracting(Claim::order)
                .containsExactly(7L);
    }

    @Test
    void waitsForWhatIsBeingWorkedButForNothingThatHangs() {
        orders().mark("us", 1);
        assertThat(turn()).hasSize(1);
        processEnds();
        orders().mark("us", 2);
        Claim hanging = queue().claim("us", 1).get(0);
        workers().claimed(List.of(hanging));
        workers().begun(hanging);
        assertThat(turn()).isEmpty();
        clock.advance(LEASE.plusSeconds(1));
        assertThat(turn()).extracting(Claim::order).containsExactly(1L);
    }

    @Test
    void keepsTheOthersWaitingForALeaseAtTheMost() {
        orders().mark("us", 1);
        assertThat(turn()).hasSize(1);
        processEnds();
        assertThat(turn()).hasSize(1);
        orders().mark("us", 2);
        clock.advance(LEASE.minusSeconds(1));
        assertThat(turn()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(turn()).extracting(Claim::order).contains(2L);
    }

    @Test
    void countsNoWorkThatEndedOtherwise() {
        orders().mark("us", 1);
        for (int time = 0; time < 5; time++) {
            Claim claim = turn().get(0);
            process.getBean(Faults.class).handle(claim, Fault.passing("no connection", null));
            workers().done(claim);
            clock.advance(Duration.ofHours(1));
        }
        for (int time = 0; time < 5; time++) {
            assertThat(turn()).hasSize(1);
            process.getBean(Leases.class).giveBackAll();
            process.close();
            process = begin();
        }
        assertThat(unfinished(1)).isZero();
    }

    /** It may be why the process is stopped: liveness ends one whose workers hang. */
    @Test
    void countsAWorkThatHasTakenLongerThanALeaseWhenTheProcessStops() {
        orders().mark("us", POISON);
        for (int stop = 1; stop <= 3; stop++) {
            Claim hanging = turn().get(0);
            for (int renewal = 0; renewal < 3; renewal++) {
                clock.advance(LEASE.dividedBy(2));
                hanging.hold();
            }
            process.getBean(Leases.class).giveBackAll();
            assertThat(unfinished(POISON)).isEqualTo(stop);
            process.close();
            process = begin();
        }
        turn();
        assertThat(status(POISON).reason()).isEqualTo("poison");
    }

    @Test
    void keepsTheCountWhereTheWorkIsPutOffInBetween() {
        orders().mark("us", POISON);
        assertThat(turn()).hasSize(1);
        processEnds();
        Claim claim = turn().get(0);
        process.getBean(Faults.class).handle(claim, Fault.passing("no connection", null));
        workers().done(claim);
        assertThat(unfinished(POISON)).isEqualTo(1);
    }

    @Test
    void worksAnOrderAloneOnceWhoseWorkOnlyFailsAfterwards() {
        orders().mark("us", 1);
        assertThat(turn()).hasSize(1);
        processEnds();
        List<Claim> alone = turn();
        assertThat(alone).extracting(Claim::order).containsExactly(1L);
        putOff(alone.get(0));
        for (int retry = 0; retry < 10; retry++) {
            LongStream.range(10, 13).forEach(order -> orders().mark("us", order));
            clock.advance(Duration.ofHours(1));
            List<Claim> claims = turn();
            assertThat(claims).extracting(Claim::order).containsExactlyInAnyOrder(1L, 10L, 11L, 12L);
            claims.stream().filter(claim -> claim.order() != 1).forEach(this::post);
            claims.stream().filter(claim -> claim.order() == 1).forEach(this::putOff);
            assertThat(unfinished(1)).isEqualTo(1);
        }
    }

    @Test
    void worksAnOrderAloneOnceMoreAfterEachEnd() {
        orders().mark("us", 1);
        assertThat(turn()).hasSize(1);
        processEnds();
        putOff(turn().get(0));
        clock.advance(Duration.ofHours(1));
        orders().mark("us", 2);
        assertThat(turn()).hasSize(2);
        processEnds();
        assertThat(turn())
                .as("the one that was left less often")
                .extracting(Claim::order)
                .containsExactly(2L);
    }

    @Test
    void worksAloneWhateverOneMoreEndWouldPark() {
        orders().mark("us", 1);
        for (int end = 0; end < 2; end++) {
            assertThat(turn()).hasSize(1);
            processEnds();
        }
        for (int retry = 0; retry < 3; retry++) {
            orders().mark("us", 2);
            List<Claim> claims = turn();
            assertThat(claims).extracting(Claim::order).containsExactly(1L);
            putOff(claims.get(0));
            assertThat(unfinished(1)).isEqualTo(2);
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void parksAtTheThirdEndHoweverOftenTheWorkWasPutOffInBetween() {
        orders().mark("us", POISON);
        for (int end = 0; end < 3; end++) {
            for (int retry = 0; retry < 3; retry++) {
                putOff(turn().get(0));
                clock.advance(Duration.ofHours(1));
            }
            assertThat(turn()).hasSize(1);
            processEnds();
        }
        assertThat(turn()).isEmpty();
        assertThat(status(POISON).reason()).isEqualTo("poison");
    }

    @Test
    void countsNothingAgainstAnOrderWhoseWorkerLivesAndOnlyLostItsLease() {
        orders().mark("us", 1);
        Claim lost = turn().get(0);
        clock.advance(LEASE);
        try (AnnotationConfigApplicationContext other = begin()) {
            Claim taken = other.getBean(Claims.class)
                    .claimUnfinished(STORES)
                    .orElseThrow()
                    .claim();
            assertThat(unfinished(1)).isEqualTo(2);
            assertThatThrownBy(lost::hold).isInstanceOf(LeaseLost.class);
            process.getBean(Faults.class).handle(lost, LeaseLost.of(lost));
            assertThat(unfinished(1)).isEqualTo(1);
            taken.hold();
            other.getBean(OrderWork.class).posted(taken);
            process.getBean(Faults.class).handle(lost, LeaseLost.of(lost));
            assertThat(unfinished(1)).isZero();
        }
    }

    @Test
    void takesNothingOffWhatIsCountedAfterALaterWorkEnded() {
        orders().mark("us", 1);
        Claim lost = turn().get(0);
        clock.advance(LEASE);
        try (AnnotationConfigApplicationContext other = begin()) {
            Claim second = other.getBean(Claims.class)
                    .claimUnfinished(STORES)
                    .orElseThrow()
                    .claim();
            other.getBean(OrderWork.class).posted(second);
            other.getBean(DueOrders.class).mark("us", 1);
            Claim third = other.getBean(Claims.class).claim("us", 1).get(0);
            assertThat(third.number()).isEqualTo(3);
            lose(lost);
            assertThat(unfinished(1)).as("the third claim's").isEqualTo(1);
        }
    }

    @Test
    void countsNothingAgainstAnOrderWhoseLeaseEndedWhileTheDatabaseWasAway() {
        orders().mark("us", 1);
        Claim claim = turn().get(0);
        clock.advance(LEASE);
        process.getBean(Faults.class).handle(claim, Fault.passing("no database", null));
        assertThat(unfinished(1)).isZero();
        workers().done(claim);
        assertThat(turn()).hasSize(1);
    }

    @Test
    void takesNothingOffWhatAnotherCountsAfterAGracefulStop() {
        orders().mark("us", 1);
        Claim stopped = turn().get(0);
        process.getBean(Leases.class).giveBackAll();
        try (AnnotationConfigApplicationContext other = begin()) {
            assertThat(other.getBean(Claims.class).claim("us", 1)).hasSize(1);
            lose(stopped);
            assertThat(unfinished(1)).isEqualTo(1);
        }
    }

    @Test
    void takesNothingOffWhatAnotherCountsAfterTheWorkEnded() {
        orders().mark("us", 1);
        orders().mark("us", 2);
        List<Claim> ended = turn();
        process.getBean(OrderWork.class).posted(ended.get(0));
        process.getBean(Faults.class).handle(ended.get(1), Fault.passing("no connection", null));
        orders().mark("us", ended.get(0).order());
        clock.advance(Duration.ofHours(1));
        try (AnnotationConfigApplicationContext other = begin()) {
            assertThat(other.getBean(Claims.class).claim("us", 2)).hasSize(2);
            ended.forEach(this::lose);
            assertThat(unfinished(1)).isEqualTo(1);
            assertThat(unfinished(2)).isEqualTo(1);
        }
    }

    @Test
    void takesOneOffOnceHoweverOftenAProcessHearsOfIt() {
        orders().mark("us", 1);
        Claim lost = turn().get(0);
        clock.advance(LEASE);
        try (AnnotationConfigApplicationContext other = begin()) {
            assertThat(other.getBean(Claims.class).claimUnfinished(STORES)).isPresent();
            lose(lost);
            lose(lost);
            assertThat(unfinished(1)).isEqualTo(1);
        }
    }

    @Test
    void takesOneOffWhereTheWorksEndWasRolledBack() {
        orders().mark("us", 1);
        Claim lost = turn().get(0);
        process.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            process.getBean(OrderWork.class).retry(lost, clock.instant(), "no database");
            status.setRollbackOnly();
        });
        clock.advance(LEASE);
        lose(lost);
        assertThat(unfinished(1)).isZero();
    }

    private void lose(Claim claim) {
        process.getBean(Faults.class).handle(claim, LeaseLost.of(claim));
    }

    private List<Claim> turn() {
        List<Claim> claims = quarantine().turn(STORES).orElseGet(() -> queue().claim("us", 8));
        workers().claimed(claims);
        claims.forEach(workers()::begun);
        return claims;
    }

    /** As the next look for due orders finds it. */
    private void putOff(Claim claim) {
        process.getBean(Faults.class).handle(claim, Fault.passing("no connection", null));
        workers().done(claim);
        assertThat(quarantine().turn(Set.of())).isEmpty();
    }

    private void post(Claim claim) {
        process.getBean(OrderWork.class).posted(claim);
        workers().done(claim);
    }

    /** It writes nothing any more, and another begins when its leases are over. */
    private void processEnds() {
        process = begin();
        clock.advance(LEASE);
    }

    private AnnotationConfigApplicationContext begin() {
        return database.beans(
                clock,
                QueueBeans.class,
                EventRows.class,
                OrderWork.class,
                SetAsides.class,
                RefundRecords.class,
                OrderStates.class,
                AuditTrail.class,
                StoreBackOff.class,
                DeadLetters.class,
                ReplayBeans.class,
                Faults.class,
                Workers.class,
                Quarantine.class);
    }

    private DueOrders orders() {
        return process.getBean(DueOrders.class);
    }

    private Claims queue() {
        return process.getBean(Claims.class);
    }

    private Workers workers() {
        return process.getBean(Workers.class);
    }

    private Quarantine quarantine() {
        return process.getBean(Quarantine.class);
    }

    private OrderStatus status(long order) {
        Optional<OrderStatus> status = process.getBean(OrderStates.class).of("us", order);
        return status.orElseThrow();
    }

    private String state(long order) {
        return status(order).state();
    }

    private int unfinished(long order) {
        return database.jdbc()
                .sql("SELECT unfinished FROM due_order WHERE store = 'us' AND order_id = :order")
                .params(Map.of("order", order))
                .query(Integer.class)
                .single();
    }
}
