package io.ledgerbridge.api.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.explained.Figure;
import io.ledgerbridge.readings.ExplainedJournal;
import io.ledgerbridge.readings.ExplainedOrders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Why each line of an order's journals is what it is. */
@RestController
class ExplainApi {

    private final OrderStates states;
    private final ExplainedOrders orders;

    ExplainApi(OrderStates states, ExplainedOrders orders) {
        this.states = states;
        this.orders = orders;
    }

    /** An order's journals, in the order in which they were written. */
    record Explanation(List<JournalWords> journals) {}

    /**
     * A journal.
     *
     * @param reading SHA-256 of the reading that it was planned from; null where none was kept
     * @param mapping the version of its channel's mapping
     * @param memo lines that are kept in the books and not posted, where there are any
     */
    record JournalWords(
            String reference,
            @Nullable String reading,
            @Nullable Integer mapping,
            List<LineWords> lines,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LineWords> memo) {

        static JournalWords of(ExplainedJournal explained) {
            return new JournalWords(
                    explained.journal().reference(),
                    explained.journal().origin().reading(),
                    explained.journal().origin().mapping(),
                    explained.posted().stream().map(LineWords::of).toList(),
                    explained.memo().stream().map(LineWords::of).toList());
        }
    }

    /**
     * A line.
     *
     * @param rule as {@code docs/accounting.md} heads it
     * @param figures their sum, rounded once, half up, is the amount
     */
    record LineWords(
            String account,
            String role,
            String amount,
            String words,
            String rule,
            List<FigureValue> figures,
            String accountFrom) {

        static LineWords of(ExplainedLine explained) {
            return new LineWords(
                    explained.line().account(),
                    explained.line().role().label(),
                    explained.line().amount().amount().toPlainString(),
                    explained.words(),
                    explained.rule().label(),
                    explained.terms().figures().stream().map(FigureValue::of).toList(),
                    explained.accountFrom());
        }
    }

    /** A figure with its sign in the sum. */
    record FigureValue(String name, String value) {

        static FigureValue of(Figure figure) {
            return new FigureValue(figure.name(), figure.value().toPlainString());
        }
    }

    @GetMapping("/api/stores/{store}/orders/{order}/explain")
    Explanation explain(@PathVariable String store, @PathVariable long order) {
        Paging.checkOrder(order, 1);
        if (states.of(store, order).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Nothing is known of order %d of store %s".formatted(order, store));
        }
        return new Explanation(
                orders.of(store, order).stream().map(JournalWords::of).toList());
    }
}
