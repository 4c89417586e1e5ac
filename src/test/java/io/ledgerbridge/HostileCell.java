package io.ledgerbridge;

import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.OutgoingCall;
import java.util.List;
import java.util.Set;

/**
 * What one order meets. What a look-up by REST or SOAP found is read whole: that is asked for after a create whose answer
 * never came.
 */
record HostileCell(OutgoingCall call, BadAnswer kind) {

    static final List<OutgoingCall> AT_SHOP = List.of(
            OutgoingCall.ORDER,
            OutgoingCall.PRODUCTS,
            OutgoingCall.REFUNDS,
            OutgoingCall.TRANSACTIONS,
            OutgoingCall.TAXES,
            OutgoingCall.ADDRESSES);

    static final List<OutgoingCall> AT_X3 = List.of(
            OutgoingCall.GRAPHQL_LOOK_UP,
            OutgoingCall.GRAPHQL_CREATE,
            OutgoingCall.REST_LOOK_UP,
            OutgoingCall.REST_DETAILS,
            OutgoingCall.REST_CREATE,
            OutgoingCall.SOAP_LOOK_UP,
            OutgoingCall.SOAP_DETAILS,
            OutgoingCall.SOAP_CREATE);

    String store() {
        return call.name().startsWith("REST") ? "rest" : call.name().startsWith("SOAP") ? "soap" : Bench.STORE;
    }

    static boolean isCreate(OutgoingCall call) {
        return call.name().endsWith("CREATE");
    }

    boolean isDetails() {
        return call.name().endsWith("DETAILS");
    }

    /** The codes with which its order may park; a person's replay must then be all that it needs. */
    Set<String> mayPark() {
        if (kind != BadAnswer.REFUSED) {
            return Set.of();
        }
        if (AT_SHOP.contains(call)) {
            return Set.of("refused-by-bigcommerce");
        }
        return Set.of(isCreate(call) ? "refused-by-x3" : "x3-look-up-refused");
    }

    /** A create's answer is a number and nothing else by GraphQL: another entry's is as good as ours. */
    boolean mayHaveAnothersNumber() {
        return call == OutgoingCall.GRAPHQL_CREATE && kind == BadAnswer.ANOTHER_ORDERS;
    }
}
