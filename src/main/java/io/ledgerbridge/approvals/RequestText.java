package io.ledgerbridge.approvals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ledgerbridge.approvals.Approval.Kind;
import io.ledgerbridge.database.JsonColumn;
import java.sql.SQLException;

/** What was asked for, as a row holds it: JSON, by the kind that the row names. */
final class RequestText {

    private static final String WHAT = "what was asked for";

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final JsonColumn<RefundRequest> REFUND = new JsonColumn<>(JSON, new TypeReference<>() {}, WHAT);
    private static final JsonColumn<ReplayRequest> REPLAY = new JsonColumn<>(JSON, new TypeReference<>() {}, WHAT);

    private RequestText() {}

    static String of(Request request) {
        if (request instanceof RefundRequest refund) {
            return REFUND.write(refund);
        }
        return REPLAY.write((ReplayRequest) request);
    }

    /** @throws SQLException where the text says no such thing */
    static Request read(Kind kind, String text) throws SQLException {
        return switch (kind) {
            case RECORD_REFUND, REMOVE_REFUND -> REFUND.read(text);
            case REPLAY -> REPLAY.read(text);
        };
    }
}
