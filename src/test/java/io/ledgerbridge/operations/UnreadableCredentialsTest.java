package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.credentials.Credentials;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody who asks for health, open to all, has every secret decrypted. */
class UnreadableCredentialsTest {

    private final Credentials credentials = mock(Credentials.class);
    private final UnreadableCredentials unreadable =
            new UnreadableCredentials(new Shops(Map.of("us", mock(ShopSettings.class))), credentials);

    @Test
    void areLookedForOnlyWhenOneHasChanged() {
        when(credentials.version()).thenReturn("2 12:00");
        when(credentials.unreadable())
                .thenReturn(Map.of("us", List.of("sage-x3.password"), "gone", List.of("sage-x3.password")));
        for (int time = 0; time < 100; time++) {
            assertThat(unreadable.byStore()).isEqualTo(Map.of("us", List.of("sage-x3.password")));
        }
        verify(credentials, times(1)).unreadable();

        when(credentials.version()).thenReturn("2 12:01");
        when(credentials.unreadable()).thenReturn(Map.of());
        assertThat(unreadable.byStore()).isEmpty();
        verify(credentials, times(2)).unreadable();
    }
}
