package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.api.tables.Table;
import io.ledgerbridge.api.tables.Tables;
import io.ledgerbridge.console.Attached;
import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.parked.ParkedOrder;
import java.security.Principal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** All that a page of Needs you lists, of one cause or of all, as a file. */
@Controller
class NeedsYouExports {

    private final ParkedRows rows;
    private final MessageSource texts;
    private final Tables tables;

    NeedsYouExports(ParkedRows rows, MessageSource texts, Tables tables) {
        this.rows = rows;
        this.texts = texts;
        this.tables = tables;
    }

    @GetMapping("/needs-you/export.csv")
    ResponseEntity<StreamingResponseBody> csv(Where where, Principal user, Locale language) {
        return Attached.csv("needs-you.csv", tables.csv(table(where, user, language)));
    }

    @GetMapping("/needs-you/export.xlsx")
    ResponseEntity<StreamingResponseBody> xlsx(Where where, Principal user, Locale language) {
        return Attached.as("needs-you.xlsx", tables.xlsx(table(where, user, language)));
    }

    private Table<ParkedOrder> table(Where where, Principal user, Locale language) {
        return new Table<>("orders", new ParkedColumns(texts, language).all(), rows.of(where.filter(user.getName())));
    }
}
