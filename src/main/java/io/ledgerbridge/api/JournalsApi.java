package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.api.requests.ParameterCheck;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.lists.JournalLists;
import io.ledgerbridge.books.lists.JournalPage;
import io.ledgerbridge.books.lists.JournalQuery;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The journals, in pages of JSON or whole as CSV with one row a line. */
@RestController
@RequestMapping("/api/journals")
class JournalsApi {

    private static final MediaType TEXT_CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** So many journals at a time are in memory while the CSV is written. */
    private static final int AT_ONCE = 200;

    private final JournalLists journals;
    private final Downloads downloads;

    JournalsApi(JournalLists journals, Downloads downloads) {
        this.journals = journals;
        this.downloads = downloads;
    }

    /** One page. */
    record Page(List<JournalView> items, int page, int size, long total) {}

    /**
     * Which journals are asked for; what is left out doesn't matter.
     *
     * @param from first accounting date
     * @param to last accounting date
     */
    record Filter(
            @Nullable String store,
            @Nullable String channel,
            @Nullable Long order,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        JournalQuery query(int page, int size) {
            if (order != null) {
                Paging.checkOrder(order, 1);
            }
            return new JournalQuery(store, channel, order, JournalsApi.state(state), from, to, page, size);
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page page(
            Filter filter,
            @RequestParam(defaultValue = Paging.FIRST) int page,
            @RequestParam(defaultValue = Paging.USUAL_SIZE) int size) {
        Paging.check(page, size);
        JournalPage found = journals.find(filter.query(page, size));
        return new Page(found.items().stream().map(JournalView::of).toList(), page, size, found.total());
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<StreamingResponseBody> csv(Filter filter) {
        JournalCsv csv = new JournalCsv(journals, filter.query(0, AT_ONCE), downloads.deadline());
        return ResponseEntity.ok().contentType(TEXT_CSV).body(csv::write);
    }

    private static @Nullable JournalState state(@Nullable String label) {
        if (label == null) {
            return null;
        }
        return Arrays.stream(JournalState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow(() -> badRequest("state is one of %s, not '%s'"
                        .formatted(
                                Arrays.stream(JournalState.values())
                                        .map(JournalState::label)
                                        .collect(Collectors.joining(", ")),
                                ParameterCheck.shown(label))));
    }

    private static ResponseStatusException badRequest(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }
}
