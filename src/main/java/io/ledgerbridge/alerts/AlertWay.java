package io.ledgerbridge.alerts;

import java.util.concurrent.Executor;

/** One way by which people are told; it sends nothing where it isn't set up. */
interface AlertWay {

    /** On which it sends; no other way waits behind it. */
    Executor thread();

    /** Sends an alert; false where it isn't set up. */
    boolean send(Alert alert) throws Exception;
}
