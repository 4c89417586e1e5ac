package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.ConnectedApp;
import io.ledgerbridge.sandbox.sagex3.EntryDraft;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.Folder;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import io.ledgerbridge.sandbox.sagex3.SageX3Sandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sandbox's Sage X3 as a route meets it: it keeps every request. */
final class X3 implements AutoCloseable {

    private static final String FOLDER = "SEED";

    final SageX3Sandbox sandbox = SageX3Sandbox.start(0);
    private final List<Asked> requests = new CopyOnWriteArrayList<>();

    /**
     * One request.
     *
     * @param headers by lower-case name
     */
    record Asked(Call.Kind kind, String method, String path, Map<String, String> headers, String body) {}

    /** What X3 does with one request, in place of what it should. */
    enum Trouble {
        CLOSED(Fault.of(Fault.Way.CLOSED)),
        UNAUTHORISED_CLOUD(Fault.of(Fault.Way.UNAUTHORISED)),
        UNAUTHORISED_ON_PREMISES(Fault.of(Fault.Way.INVALID_TOKEN)),
        UNAVAILABLE(Fault.of(Fault.Way.UNAVAILABLE)),
        TOO_MANY_REQUESTS(Fault.of(Fault.Way.TOO_MANY_REQUESTS)),
        SERVER_ERROR(Fault.of(Fault.Way.SERVER_ERROR)),
        HTML(Fault.of(Fault.Way.HTML)),
        COMMITS_LATE(Fault.slow(Duration.ofSeconds(30))),
        LATE_AFTER_COMMIT(Fault.answerLate(Duration.ofSeconds(30))),
        CLOSED_AFTER_COMMIT(Fault.of(Fault.Way.DONE_THEN_CLOSED)),
        SERVER_ERROR_AFTER_COMMIT(Fault.of(Fault.Way.DONE_THEN_SERVER_ERROR)),
        HTML_AFTER_COMMIT(Fault.of(Fault.Way.DONE_THEN_HTML)),
        HALF_A_BODY_AFTER_COMMIT(Fault.of(Fault.Way.DONE_THEN_HALF_A_BODY)),
        NO_NUMBER(Fault.of(Fault.Way.DONE_WITHOUT_NUMBER)),
        PARTIAL_DATA(Fault.of(Fault.Way.DONE_WITH_PARTIAL_DATA)),
        NUMBER_AND_ERROR(Fault.of(Fault.Way.DONE_WITH_ERROR, "An error")),
        WARNING(Fault.of(Fault.Way.DONE_WITH_WARNING, "A warning"));

        @SuppressWarnings("ImmutableEnumChecker") // suppliers of times, which nothing changes
        private final Fault fault;

        Trouble(Fault fault) {
            this.fault = fault;
        }
    }

    X3() {
        sandbox.access()
                .user("LEDGER", "password")
                .connectedApp(new ConnectedApp("app", Given.X3_SECRET, "", Duration.ofMinutes(5)));
        sandbox.listen((call, request) -> requests.add(
                new Asked(call.kind(), request.method(), request.path(), request.headers(), request.body())));
    }

    String url() {
        return sandbox.url();
    }

    Folder folder() {
        return sandbox.ledger().folder(FOLDER);
    }

    List<PostedEntry> entries() {
        return sandbox.ledger().entries(FOLDER);
    }

    PostedEntry onlyEntry() {
        assertThat(entries()).hasSize(1);
        return entries().get(0);
    }

    List<Asked> requests() {
        return List.copyOf(requests);
    }

    long count(Call.Kind kind) {
        return requests.stream().filter(asked -> asked.kind() == kind).count();
    }

    void trouble(Call.Kind kind, Trouble trouble) {
        sandbox.faults().next(kind, trouble.fault);
    }

    /** Somebody else writes the journal of {@link Given} by hand, with that revenue and the receivable to match. */
    void writeByHand(String revenue) {
        writeByHand("ODGEN", "BC250", revenue);
    }

    void writeByHand(String type, String reference, String revenue) {
        BigDecimal amount = new BigDecimal(revenue);
        BigDecimal tax = new BigDecimal("1.00");
        assertThat(sandbox.ledger()
                        .post(FOLDER, draft(type, reference, amount, tax))
                        .entry())
                .isNotNull();
    }

    private static EntryDraft draft(String type, String reference, BigDecimal amount, BigDecimal tax) {
        return new EntryDraft(
                type,
                "",
                "FR011",
                "SAL",
                LocalDate.of(2026, 10, 31),
                "USD",
                reference,
                "",
                1,
                List.of(line("411000", 1, amount.add(tax)), line("707000", -1, amount), line("445710", -1, tax)));
    }

    private static EntryDraft.Line line(String account, int sign, BigDecimal amount) {
        return new EntryDraft.Line(account, "", sign, amount, "", Map.of());
    }

    /**
     * Has X3's objects have names of a customer's own, and no others; but an entry's key is the standard's, NUM.
     *
     * @param own the standard's names, and what they are called here
     */
    void names(Map<String, String> own) {
        sandbox.translate(text -> inStandardNames(text, own), text -> inOwnNames(text, own));
    }

    private static String inStandardNames(String text, Map<String, String> own) {
        String standard = text;
        for (Map.Entry<String, String> name : own.entrySet()) {
            if (!name.getKey().equals("NUM")) {
                standard = renamed(standard, name.getKey(), "no_name_here");
            }
            standard = renamed(standard, name.getValue(), name.getKey());
        }
        return standard;
    }

    private static String inOwnNames(String text, Map<String, String> own) {
        String renamed = text;
        for (Map.Entry<String, String> name : own.entrySet()) {
            renamed = renamed(renamed, name.getKey(), name.getValue());
        }
        return renamed;
    }

    private static String renamed(String text, String from, String to) {
        return text.replaceAll("\\b" + from + "\\b", to);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
