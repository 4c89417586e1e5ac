package io.ledgerbridge.parked;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.work.TestStoppages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What people decide about orders of the stores {@code us} and {@code eu}, for tests that begin a part of the program. It is no
 * configuration by annotation, so that a scan of the whole program passes it by.
 */
@Import(Replays.class)
public class ReplayBeans {

    @Bean
    Shops shops() {
        return TestStoppages.shops("us", "eu");
    }
}
