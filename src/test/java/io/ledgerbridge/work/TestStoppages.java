package io.ledgerbridge.work;

import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.TokenStates;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;

/** What stops some stores, for tests that begin a part of the program. */
public final class TestStoppages {

    private TestStoppages() {}

    /** Stores of these keys. */
    public static Shops shops(String... stores) {
        return new Shops(Arrays.stream(stores).collect(Collectors.toMap(key -> key, key -> mock(ShopSettings.class))));
    }

    /** By the beans that say so, of stores that are paired. */
    public static Stoppages of(Shops shops, BeanFactory beans) {
        return of(shops, beans, true);
    }

    /** Likewise, of stores that are paired, or log in by other means. */
    public static Stoppages of(Shops shops, BeanFactory beans, boolean isPaired) {
        FolderSettings folder = mock(FolderSettings.class, RETURNS_DEEP_STUBS);
        when(folder.auth().isPaired()).thenReturn(isPaired);
        return new Stoppages(
                shops,
                new Folders(shops.all().keySet().stream().collect(Collectors.toMap(key -> key, key -> folder))),
                beans.getBean(StoreBackOff.class),
                beans.getBean(TokenStates.class),
                beans.getBean(Pauses.class));
    }
}
