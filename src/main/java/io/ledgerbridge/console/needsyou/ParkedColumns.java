package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.api.tables.Column;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.parked.ParkedOrder;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What a table of what needs a person has in each column. */
record ParkedColumns(MessageSource texts, Locale language) {

    List<Column<ParkedOrder>> all() {
        return List.of(
                new Column<>("store", row -> row.order().store()),
                new Column<>("order", row -> row.order().order()),
                new Column<>("event", row -> row.order().event()),
                Column.text("channel", row -> row.order().channel()),
                Column.text("reason", row -> row.order().reason()),
                Column.text("reasonInWords", this::cause),
                Column.amount("notInLedger", ParkedOrder::amount, ParkedOrder::currency),
                new Column<>("currency", ParkedOrder::currency),
                new Column<>("since", ParkedOrder::since),
                new Column<>("tries", ParkedOrder::tries),
                Column.text("assignedTo", row -> row.order().assignedTo()),
                Column.text("detail", row -> row.order().detail()),
                Column.text("remedy", row -> row.order().remedy()));
    }

    private String cause(ParkedOrder row) {
        ParkCode code = ParkCode.ofLabel(row.order().reason()).orElse(ParkCode.OTHER);
        return texts.getMessage("needs-you.cause." + code.label(), null, language);
    }
}
