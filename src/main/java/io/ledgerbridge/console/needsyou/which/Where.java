package io.ledgerbridge.console.needsyou.which;

import io.ledgerbridge.parked.ParkedFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where on these pages a person is, and goes back to from what is done.
 *
 * @param reason whose orders are shown; null for all causes
 * @param assigned {@code me}, {@code nobody}, or null for anybody
 * @param after behind which of them the page begins, as the page before said; null for the first
 */
public record Where(
        @Nullable String reason,
        @Nullable String store,
        @Nullable String month,
        @Nullable String assigned,
        @Nullable String after) {

    private static final String CODE = "[a-z0-9-]{1,60}";
    private static final String PLACE = "[A-Za-z0-9_-]{1,200}";

    public Where {
        reason = given(reason);
        store = given(store);
        month = given(month);
        assigned = given(assigned);
        after = given(after);
        if ((reason != null && !reason.matches(CODE)) || (after != null && !after.matches(PLACE))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such cause");
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /** The orders that are shown to a user. */
    public ParkedFilter filter(String user) {
        String to = "me".equals(assigned) ? user : "nobody".equals(assigned) ? ParkedFilter.NOBODY : null;
        return new ParkedFilter(store, reason, to);
    }

    /** The same of one cause, or of all, at its first page. */
    public Where with(@Nullable String cause) {
        return new Where(cause, store, month, assigned, null);
    }

    /** Another page of the same. */
    public Where at(@Nullable String other) {
        return new Where(reason, store, month, assigned, other);
    }

    /** The page's own address. */
    public String address() {
        return of(reason == null ? "/needs-you" : "/needs-you/" + reason, null);
    }

    /** Of what is done here, and comes back. */
    public String action(String deed) {
        return of("/needs-you/" + deed, reason);
    }

    private String of(String path, @Nullable String cause) {
        return UriComponentsBuilder.fromUriString(path)
                .queryParamIfPresent("reason", Optional.ofNullable(cause))
                .queryParamIfPresent("store", Optional.ofNullable(store))
                .queryParamIfPresent("month", Optional.ofNullable(month))
                .queryParamIfPresent("assigned", Optional.ofNullable(assigned))
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .build()
                .toUriString();
    }
}
