package io.ledgerbridge.books.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives heads to chains of before there were any. */
public record OldHeads(JdbcClient jdbc, ChainKeys keys) {

    /**
     * All links up to its last are old.
     *
     * @param hash of the last
     */
    public void give(AuditPosition last, String hash) {
        AuditHead head = AuditHead.at(last.link(), hash, last.link(), keys);
        AuditHeads.adopt(jdbc, last.store(), last.order(), head);
    }
}
