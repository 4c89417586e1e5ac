package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.templates.YieldedEntries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classifies replies of Sage X3, whatever the interface: a reply to a create as a {@link CreateOutcome}, one to a look-up as
 * an answer or a fault. It goes by the entry's number and by X3's diagnoses, never by the HTTP status alone.
 */
public final class ReplyClassifier {

    /** With X3's own JSON these mean that it said no; 401 is about credentials. */
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 422);

    private ReplyClassifier() {}

    /**
     * What a reply to a create says.
     *
     * @param answered how many entries the reply holds
     * @param read what the template read of them
     */
    public static CreateOutcome created(int status, @Nullable String body, int answered, String read) {
        if (status == 401) {
            return new CreateOutcome.CredentialsRefused(X3Words.ofReply(status, body));
        }
        Optional<JsonNode> json = X3Json.object(body);
        boolean success = succeeded(status);
        if (json.isEmpty() || !(success || REFUSALS.contains(status))) {
            return new CreateOutcome.Unknown(
                    X3Words.ofReply(status, body), json.map(X3Words::diagnosed).orElse(null));
        }
        List<String> errors = X3Words.errors(json.get());
        YieldedEntries entries = YieldedEntries.of(read);
        String found = success ? entries.number() : "";
        if (!found.isEmpty() && errors.isEmpty()) {
            return created(found, entries.reference(), entries.status());
        }
        if (!success || (!errors.isEmpty() && entries.showsNone(answered))) {
            return new CreateOutcome.Refused(errors.isEmpty() ? X3Words.ofReply(status, body) : X3Words.joined(errors));
        }
        return new CreateOutcome.Unknown(X3Words.ofReply(status, body), X3Words.diagnosed(json.get()));
    }

    /** Under a number that can't be kept it is in X3 all the same: the look-up tells. */
    public static CreateOutcome created(String number, String reference, @Nullable String status) {
        return X3Number.isKeepable(number)
                ? new CreateOutcome.Created(number, reference, status)
                : new CreateOutcome.Unknown("it was created under a number that can't be kept: " + number);
    }

    /**
     * X3's JSON in a reply to a question, which changes nothing.
     *
     * @throws Fault where there is none
     */
    public static JsonNode answer(int status, @Nullable String body) {
        if (status == 401) {
            throw Fault.credentials(Side.SAGE_X3, "Sage X3 refused the credentials: " + X3Words.ofReply(status, body));
        }
        Optional<JsonNode> json = X3Json.object(body);
        boolean success = succeeded(status);
        if (json.isEmpty() || !(success || REFUSALS.contains(status))) {
            throw Fault.passing("Sage X3 answered a look-up with " + X3Words.ofReply(status, body), null);
        }
        List<String> errors = X3Words.errors(json.get());
        if (!success || !errors.isEmpty()) {
            throw LookUpFaults.refused(errors.isEmpty() ? X3Words.ofReply(status, body) : X3Words.joined(errors));
        }
        return json.get();
    }

    static boolean succeeded(int status) {
        return status >= 200 && status < 300;
    }
}
