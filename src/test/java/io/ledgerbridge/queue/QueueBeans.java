package io.ledgerbridge.queue;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The queue of due orders, for tests that begin a part of the program. */
@Configuration(proxyBeanMethods = false)
@Import({DueOrderRows.class, DueOrders.class, Leases.class, ClaimLocks.class, Claims.class})
public class QueueBeans {}
