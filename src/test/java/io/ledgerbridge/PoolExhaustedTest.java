package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@WholeProgram
@Tag(WholeProgram.TRIAL)
class PoolExhaustedTest {

    @Test
    void asksBigCommerceToComeAgainAndGoesOnWhenThereIsAConnection() throws Exception {
        try (Bench bench = Bench.start(Map.of("spring.datasource.hikari.connection-timeout", "500"))) {
            ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            bench.store().pay(order.id());
            HikariDataSource pool = (HikariDataSource) bench.bean(DataSource.class);
            List<Connection> taken = new ArrayList<>();
            for (int number = 0; number < pool.getMaximumPoolSize(); number++) {
                taken.add(pool.getConnection());
            }
            assertThat(bench.deliver(Sample218.EVENT)).isEqualTo(503);
            for (Connection connection : taken) {
                connection.close();
            }
            bench.deliver();
            bench.await(order.id(), "posted");
            assertThat(bench.entries()).hasSize(1);
        }
    }
}
