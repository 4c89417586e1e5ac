package io.ledgerbridge.console.story.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What BigCommerce sent is shown as it was sent, as far as a page bears it. */
class EventMomentsTest {

    @Test
    void showsABodyAsItIs() {
        assertThat(EventMoments.shown("{\"scope\": \"store/order/created\",\n\t\"x\": \"<b>é\"}"))
                .isEqualTo("{\"scope\": \"store/order/created\",\n\t\"x\": \"<b>é\"}");
    }

    @Test
    void marksWhatCanNotBeSeenAndSaysThatThereIsMore() {
        assertThat(EventMoments.shown("a\u0000b\u202ec\r")).isEqualTo("a\ufffdb\ufffdc\ufffd");
        assertThat(EventMoments.shown("x".repeat(4000))).hasSize(4000);
        assertThat(EventMoments.shown("x".repeat(4001))).endsWith("x …");
    }
}
