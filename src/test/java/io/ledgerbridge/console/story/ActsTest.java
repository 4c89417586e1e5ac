package io.ledgerbridge.console.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.console.OneAtATime;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.QueueBeans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** Of two people who send the form of the same page at the same moment, the second one's page is out of date. */
@OnEachDatabase
class ActsTest {

    private static final Target PAGE = new Target("us", 250, 0);

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final AuditTrail audit;
    private final Acts acts;

    ActsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"), QueueBeans.class, AuditTrail.class, OneAtATime.class);
        this.audit = beans.getBean(AuditTrail.class);
        Standings standings = mock(Standings.class);
        doAnswer(call -> {
                    if (audit.newestOf("us", 250).isPresent()) {
                        throw new ResponseStatusException(HttpStatus.CONFLICT, "Something has happened");
                    }
                    return null;
                })
                .when(standings)
                .check(any());
        this.acts = new Acts(standings, beans.getBean(OneAtATime.class));
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void refuseTheSecondOfTwo() throws Exception {
        for (int again = 0; again < 20; again++) {
            database.clear();
            beans.getBean(DueOrders.class).mark("us", 250);

            List<Object> said = Together.run(2, () -> {
                RedirectAttributesModelMap next = new RedirectAttributesModelMap();
                acts.on(
                        PAGE,
                        next,
                        () -> audit.append("us", 250, "set-aside", null, Map.of("by", "anna")),
                        Said.done("story.done.set-aside"));
                return next.getFlashAttributes().get(Said.NAME);
            });

            assertThat(said)
                    .filteredOn(Said.done("story.done.set-aside")::equals)
                    .hasSize(1);
            assertThat(audit.of("us", 250, 0, 10)).hasSize(1);
        }
    }
}
