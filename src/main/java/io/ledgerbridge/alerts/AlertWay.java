package io.ledgerbridge.alerts;

/** One way by which people are told; it sends nothing where it isn't set up. */
interface AlertWay {

    void send(Alert alert) throws Exception;
}
