package io.ledgerbridge.sagex3.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;

/** What is kept of the last calls for people to see. */
class RecentCallsTest {

    @Test
    void haveNoMedianBeforeTheFirst() {
        assertThat(new RecentCalls().median()).isEmpty();
    }

    @Test
    void haveTheMedianOfTheLastOnes() {
        RecentCalls calls = new RecentCalls();
        calls.add(Duration.ofHours(1));
        IntStream.rangeClosed(1, RecentCalls.MOST).forEach(millis -> calls.add(Duration.ofMillis(millis)));

        assertThat(calls.median()).contains(Duration.ofMillis(50));
    }

    @Test
    void tellTheQuotaThatBigCommerceSays() {
        HttpResponse answer = new BasicHttpResponse(200);
        assertThat(Quota.of(answer, Instant.EPOCH)).isEmpty();
        answer.addHeader("X-Rate-Limit-Requests-Left", "147");
        answer.addHeader("X-Rate-Limit-Requests-Quota", "many");
        assertThat(Quota.of(answer, Instant.EPOCH)).isEmpty();
        answer.setHeader("X-Rate-Limit-Requests-Quota", "150");

        assertThat(Quota.of(answer, Instant.EPOCH)).contains(new Quota(147, 150, Instant.EPOCH));
    }
}
