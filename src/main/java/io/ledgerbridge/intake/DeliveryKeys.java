package io.ledgerbridge.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The idempotent consumer's keys: one for each delivery that was acknowledged.
 *
 * <p>A key is added by one INSERT that gives way where the key is there, and goes by the row count. A SELECT before it,
 * as the base class does it, lets two deliveries at once pass, and the second INSERT's failure would end the whole
 * transaction on PostgreSQL.
 */
@Component("deliveryKeys")
class DeliveryKeys extends JdbcMessageIdRepository {

    private final Clock clock;

    DeliveryKeys(DataSource dataSource, TransactionTemplate transactions, Clock clock) {
        super(dataSource, transactions, "webhooks");
        this.clock = clock;
        setTableExistsString("SELECT 1 FROM delivery WHERE 1 = 0");
        setCreateTableIfNotExists(false);
        setQueryString("SELECT count(*) FROM delivery WHERE processor_name = ? AND message_id = ?");
        setInsertString(
                "INSERT INTO delivery (processor_name, message_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        setDeleteString("DELETE FROM delivery WHERE processor_name = ? AND message_id = ?");
        setClearString("DELETE FROM delivery WHERE processor_name = ?");
    }

    @Override
    public boolean add(String key) {
        return Boolean.TRUE.equals(transactionTemplate.execute(status -> insert(key) == 1));
    }

    @Override
    protected int insert(String key) {
        return jdbcTemplate.update(
                getInsertString(), processorName, key, clock.instant().atOffset(ZoneOffset.UTC));
    }
}
