package io.ledgerbridge.console.needsyou.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.api.ParkedApi;
import io.ledgerbridge.approvals.ReplayRequests;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.parked.ParkedFilter;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What is worked again, what isn't, and what is left is said, each store by itself. */
class WorkAgainTest {

    private static final Principal ANNA = () -> "anna";
    private static final List<OrderKey> KEYS = List.of(new OrderKey("us", 1), new OrderKey("us", 2));

    private final ParkedApi parked = mock(ParkedApi.class);
    private final ReplayRequests replays = mock(ReplayRequests.class);
    private final Selected selected = mock(Selected.class);
    private final WorkAgain work = new WorkAgain(parked, selected, replays, texts());

    @Test
    void saysHowManyOfAFilterAreLeft() {
        when(parked.replay(any(), any())).thenReturn(new ParkedApi.Replayed(2, 0, List.of()));
        ParkedFilter mine = new ParkedFilter("us", "gave-up", "anna");
        when(selected.left(mine, KEYS)).thenReturn(500L);

        Said said = work.some(mine, KEYS, ANNA).said();

        assertThat(said.key()).isEqualTo("needs-you.said.worked");
        assertThat(said.values()).containsExactly(2L, 0L, 500L, Selected.MOST);
    }

    @Test
    void saysOfEachStoreWhyItIsRefusedAndDoesTheOthers() {
        when(parked.replay(contains("\"eu\""), any()))
                .thenThrow(new ResponseStatusException(HttpStatus.CONFLICT, "The same waits already"));
        when(parked.replay(contains("\"us\""), any())).thenReturn(new ParkedApi.Replayed(1, 1, List.of()));

        Said said = work.orders(List.of(new OrderKey("eu", 7), new OrderKey("us", 1), new OrderKey("us", 2)), ANNA)
                .said();

        assertThat(said.key()).isEqualTo("needs-you.said.worked");
        assertThat(said.values()).startsWith(1L, 1L);
        assertThat(said.refusal()).isEqualTo("store eu: The same waits already");
        assertThat(work.orders(List.of(new OrderKey("eu", 7)), ANNA).said().key())
                .isNull();
    }

    @Test
    void asksASecondPersonForWhatIsMuchOverAllStores() {
        List<OrderKey> keys = List.of(new OrderKey("eu", 7), new OrderKey("us", 1));
        when(replays.isSecondPersonNeeded(Map.of("eu", List.of(7L), "us", List.of(1L))))
                .thenReturn(true);
        when(parked.replay(contains("\"secondPerson\":true"), any()))
                .thenReturn(new ParkedApi.Waiting(1, 1, 0, Map.of()));

        Said said = work.orders(keys, ANNA).said();

        assertThat(said.key()).isEqualTo("needs-you.said.waiting");
        assertThat(said.values()).startsWith(2L, 0L);
    }

    private static MessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/needs-you");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
