package io.ledgerbridge.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.work.UnfinishedWorkTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class DueOrdersTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final AnnotationConfigApplicationContext otherProcess;
    private final DueOrders orders;
    private final Claims queue;
    private final Claims othersQueue;
    private final OrderWork work;
    private final TransactionTemplate transactions;

    DueOrdersTest(Database database) {
        this.database = database;
        this.beans = process();
        this.otherProcess = process();
        this.orders = beans.getBean(DueOrders.class);
        this.queue = beans.getBean(Claims.class);
        this.othersQueue = otherProcess.getBean(Claims.class);
        this.work = beans.getBean(OrderWork.class);
        this.transactions = beans.getBean(TransactionTemplate.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
        otherProcess.close();
    }

    @Test
    void keepsOneRowAnOrderAndCountsItsMarks() {
        orders.mark("us", 250);
        orders.mark("us", 250);
        orders.mark("eu", 250);
        assertThat(database.count("due_order")).isEqualTo(2);
        assertThat(marks("us", 250)).isEqualTo(2);
        assertThat(marks("eu", 250)).isEqualTo(1);
    }

    @Test
    void countsEveryMarkWhereManyAreTheFirst() throws Exception {
        for (int round = 0; round < 20; round++) {
            long order = round;
            Together.run(8, () -> {
                orders.mark("us", order);
                return true;
            });
            assertThat(marks("us", order)).isEqualTo(8);
        }
        assertThat(database.count("due_order")).isEqualTo(20);
    }

    @Test
    void endsAClaimWithItsLeaseEvenIfNobodyElseWantsTheOrder() {
        orders.mark("us", 250);
        Claim claim = only(queue.claim("us", 8));
        clock.advance(LEASE.minusMillis(1));
        claim.hold();
        clock.advance(LEASE.minusMillis(1));
        claim.hold();
        clock.advance(LEASE);
        assertThatThrownBy(claim::hold).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> work.posted(claim)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> work.retry(claim, clock.instant(), "no connection"))
                .isInstanceOf(LeaseLost.class);
        assertThat(only(takenOver(queue)).number()).isEqualTo(claim.number() + 1);
    }

    @Test
    void makesAnOrderDueAgainThatWasMarkedWhileItWasWorked() {
        orders.mark("us", 250);
        Claim claim = only(queue.claim("us", 8));
        orders.mark("us", 250);
        assertThat(queue.claim("us", 8)).as("it is being worked").isEmpty();
        work.posted(claim);
        Claim next = only(queue.claim("us", 8));
        work.posted(next);
        assertThat(queue.claim("us", 8)).isEmpty();
    }

    @Test
    void losesNoMarkToAWorkerThatFinishes() throws Exception {
        for (int round = 0; round < 20; round++) {
            long order = round;
            orders.mark("us", order);
            Claim claim = only(queue.claim("us", 8));
            CompletableFuture<Void> marked = CompletableFuture.runAsync(() -> orders.mark("us", order));
            work.posted(claim);
            marked.join();
            work.posted(only(queue.claim("us", 8)));
        }
    }

    @Test
    void keepsAnOrdersPlaceInTheQueueWhenItIsMarkedAgain() {
        orders.mark("us", 250);
        clock.advance(Duration.ofSeconds(1));
        orders.mark("us", 251);
        clock.advance(Duration.ofSeconds(1));
        orders.mark("us", 250);
        assertThat(only(queue.claim("us", 1)).order()).isEqualTo(250);
    }

    @Test
    void makesAWaitingOrderDueAtOnceWhenItIsMarked() {
        orders.mark("us", 250);
        work.retry(only(queue.claim("us", 8)), clock.instant().plusSeconds(3600), "no connection");
        assertThat(queue.claim("us", 8)).isEmpty();
        orders.mark("us", 250);
        assertThat(queue.claim("us", 8)).hasSize(1);
    }

    @Test
    void marksAnOrderThatWasReadBeforeAnInstantAndNoOther() {
        orders.mark("us", 250);
        Instant read = clock.instant();
        work.posted(only(queue.claim("us", 8)));
        clock.advance(Duration.ofSeconds(60));
        orders.markIfReadBefore("us", 250, read);
        assertThat(queue.claim("us", 8)).isEmpty();
        orders.markIfReadBefore("us", 250, read.plusSeconds(1));
        assertThat(queue.claim("us", 8)).hasSize(1);
    }

    @Test
    void marksAnOrderThatWasNeverReadWhateverTheInstant() {
        orders.mark("us", 250);
        orders.markIfReadBefore("us", 250, Instant.EPOCH);
        assertThat(marks("us", 250)).isEqualTo(2);
    }

    @Test
    void readsAnOrderThatAPersonSetsAsideOnceAndThenOnlyWhenSomethingHappensToIt() {
        orders.mark("us", 250);
        work.park(only(queue.claim("us", 8)), new ParkReason(ParkCode.UNMAPPED_CHANNEL, "detail", "remedy"));
        orders.markUnlessSetAside("us", 250);
        Claim parkedAgain = only(queue.claim("us", 8));
        work.park(parkedAgain, new ParkReason(ParkCode.UNMAPPED_CHANNEL, "detail", "remedy"));
        assertThat(orders.setAside("us", 250, "entered by hand")).isTrue();
        work.setAside(only(queue.claim("us", 8)), "entered by hand");
        orders.markUnlessSetAside("us", 250);
        orders.ask("us", 250, true);
        assertThat(queue.claim("us", 8)).isEmpty();
        orders.mark("us", 250);
        assertThat(queue.claim("us", 8)).hasSize(1);
    }

    @Test
    void claimsTheLongestDueFirst() {
        for (long order : new long[] {7, 3, 9}) {
            orders.mark("us", order);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(queue.claim("us", 2)).extracting(Claim::order).containsExactly(7L, 3L);
        assertThat(queue.claim("us", 2)).extracting(Claim::order).containsExactly(9L);
    }

    @Test
    void givesEachOrderToOneOfManyWorkers() throws Exception {
        LongStream.range(0, 200).forEach(order -> orders.mark("us", order));
        List<List<Long>> claimed = Together.run(8, this::claimUntilNoneIsLeft);
        assertThat(claimed.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(200);
    }

    @Test
    void passesOverOrdersThatAnotherIsClaiming() {
        LongStream.range(0, 8).forEach(order -> {
            orders.mark("us", order);
            clock.advance(Duration.ofMillis(1));
        });
        transactions.executeWithoutResult(transaction -> {
            List<Claim> first = queue.claim("us", 4);
            List<Claim> second = CompletableFuture.supplyAsync(() -> othersQueue.claim("us", 8))
                    .join();
            assertThat(first).extracting(Claim::order).containsExactly(0L, 1L, 2L, 3L);
            assertThat(second).extracting(Claim::order).containsExactly(4L, 5L, 6L, 7L);
        });
    }

    @Test
    void servesEveryStoreWhateverTheBacklogOfOne() {
        LongStream.range(0, 100).forEach(order -> orders.mark("big", order));
        orders.mark("small", 1);
        orders.mark("tiny", 1);
        List<Claim> claims = queue.claim(anyNumberOf("big", "small", "tiny"), 6);
        assertThat(claims).hasSize(6).extracting(Claim::store).contains("small", "tiny");
    }

    @Test
    void leavesNoWorkerIdleWhileAnyStoreHasOrdersDue() {
        LongStream.range(0, 100).forEach(order -> orders.mark("busy", order));
        assertThat(queue.claim(anyNumberOf("busy", "idle", "quiet", "still"), 8))
                .hasSize(8);
    }

    @Test
    void givesNoMoreThanThereAreFreeWorkers() {
        for (String store : List.of("a", "b", "c", "d", "e")) {
            orders.mark(store, 1);
        }
        assertThat(queue.claim(anyNumberOf("a", "b", "c", "d", "e"), 2)).hasSize(2);
    }

    @Test
    void keepsAClaimedOrderFromOthersUntilItsLeaseEnds() {
        orders.mark("us", 250);
        Claim claim = only(queue.claim("us", 8));
        clock.advance(LEASE.minusMillis(1));
        assertThat(othersQueue.claim("us", 8)).isEmpty();
        claim.hold();
        clock.advance(LEASE.minusMillis(1));
        assertThat(othersQueue.claim("us", 8)).as("the lease was renewed").isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(takenOver(othersQueue)).hasSize(1);
    }

    @Test
    void leavesTheOldClaimNothingOnceAnotherWorkerHasTheOrder() {
        orders.mark("us", 250);
        Claim old = only(queue.claim("us", 8));
        clock.advance(LEASE);
        Claim taken = only(takenOver(othersQueue));
        assertThat(taken.number()).isGreaterThan(old.number());
        assertThatThrownBy(old::hold).isInstanceOf(LeaseLost.class).hasMessageContaining("order 250 of store us");
        assertThatThrownBy(() -> work.posted(old)).isInstanceOf(LeaseLost.class);
        taken.hold();
    }

    @Test
    void leavesTheOldClaimNothingOnceItsOwnProcessHasTheOrderAgain() {
        orders.mark("us", 250);
        Claim old = only(queue.claim("us", 8));
        clock.advance(LEASE);
        Claim taken = only(takenOver(queue));
        assertThatThrownBy(old::hold).isInstanceOf(LeaseLost.class);
        taken.hold();
    }

    @Test
    void leavesAFinishedClaimNothing() {
        orders.mark("us", 250);
        Claim claim = only(queue.claim("us", 8));
        work.posted(claim);
        assertThatThrownBy(claim::hold).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> work.posted(claim)).isInstanceOf(LeaseLost.class);
    }

    @Test
    void neverGivesAFencingNumberTwice() {
        List<Long> numbers = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            orders.mark("us", 250);
            Claim finished = only(queue.claim("us", 8));
            numbers.add(finished.number());
            work.posted(finished);
            orders.mark("us", 250);
            numbers.add(only(queue.claim("us", 8)).number());
            clock.advance(LEASE);
            Claim retried = only(takenOver(othersQueue));
            numbers.add(retried.number());
            work.posted(retried);
        }
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void givesAnExpiredOrderToOneOfManyWorkers() throws Exception {
        for (int round = 0; round < 20; round++) {
            orders.mark("us", round);
            Claim slept = only(queue.claim("us", 8));
            clock.advance(LEASE);
            List<List<Claim>> claims = Together.run(8, () -> takenOver(othersQueue));
            Claim taken = only(claims.stream().flatMap(List::stream).toList());
            assertThat(taken.number()).isEqualTo(slept.number() + 1);
            work.posted(taken);
        }
    }

    @Test
    void letsEitherTheSleeperOrTheNextWorkerGoOnAndNeverBoth() throws Exception {
        for (int round = 0; round < 20; round++) {
            orders.mark("us", round);
            Claim slept = only(queue.claim("us", 8));
            clock.advance(LEASE);
            CompletableFuture<Boolean> held = CompletableFuture.supplyAsync(() -> holds(slept));
            List<Claim> taken = takenOver(othersQueue);
            held.join();
            assertThat(holds(slept)).isEqualTo(taken.isEmpty());
            work.posted(taken.isEmpty() ? slept : taken.get(0));
        }
    }

    private List<Long> claimUntilNoneIsLeft() {
        List<Long> mine = new ArrayList<>();
        for (int misses = 0; misses < 20; ) {
            List<Claim> claims = queue.claim("us", 3);
            misses = claims.isEmpty() ? misses + 1 : 0;
            claims.forEach(claim -> mine.add(claim.order()));
        }
        return mine;
    }

    /** What its worker lost: it is in no other claim (see {@link UnfinishedWorkTest}). */
    private static List<Claim> takenOver(Claims queue) {
        return queue.claimUnfinished(Set.of("us")).stream()
                .map(LockedOrder::claim)
                .toList();
    }

    private static boolean holds(Claim claim) {
        try {
            claim.hold();
            return true;
        } catch (LeaseLost lost) {
            return false;
        }
    }

    private long marks(String store, long order) {
        return database.jdbc()
                .sql("SELECT marks FROM due_order WHERE store = ? AND order_id = ?")
                .params(store, order)
                .query(Long.class)
                .single();
    }

    private static Claim only(List<Claim> claims) {
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private AnnotationConfigApplicationContext process() {
        return database.beans(
                clock,
                QueueBeans.class,
                EventRows.class,
                OrderWork.class,
                SetAsides.class,
                RefundRecords.class,
                DeadLetters.class,
                AuditTrail.class);
    }

    private static Map<String, Integer> anyNumberOf(String... stores) {
        Map<String, Integer> most = new LinkedHashMap<>();
        List.of(stores).forEach(store -> most.put(store, Integer.MAX_VALUE));
        return most;
    }
}
