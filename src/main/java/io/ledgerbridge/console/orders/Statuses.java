package io.ledgerbridge.console.orders;

import io.ledgerbridge.posting.explained.StatusName;
import org.springframework.stereotype.Component;

/** BigCommerce's names of an order's statuses, for the pages. */
@Component("statuses")
public class Statuses {

    public String of(int id) {
        return StatusName.alone(id);
    }
}
