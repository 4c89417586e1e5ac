package io.ledgerbridge.work;

import static org.mockito.Mockito.mock;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.queue.Pauses;
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

    /** By the beans that say so. */
    public static Stoppages of(Shops shops, BeanFactory beans) {
        return new Stoppages(
                shops,
                beans.getBean(StoreBackOff.class),
                beans.getBean(TokenStates.class),
                beans.getBean(Pauses.class));
    }
}
