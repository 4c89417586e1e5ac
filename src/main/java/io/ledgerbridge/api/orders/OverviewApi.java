package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.overview.Overview;
import io.ledgerbridge.orders.overview.Overviews;
import io.ledgerbridge.posting.rules.Rules;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether everything is in the ledger, in a sentence and in totals. */
@RestController
@RequestMapping("/api/overview")
class OverviewApi {

    private final Overviews overviews;
    private final Rules rules;

    OverviewApi(Overviews overviews, Rules rules) {
        this.overviews = overviews;
        this.rules = rules;
    }

    @GetMapping
    OverviewView overview(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        String one = store == null || store.isBlank() ? null : store.strip();
        Overview overview = overviews.of(one, from, to);
        return OverviewView.of(overview, new Sentence(overview, new Days(from, to), zone(one)).text());
    }

    /** The one that all stores in view have; else UTC. */
    private ZoneId zone(@Nullable String store) {
        Set<ZoneId> zones = rules.all().entrySet().stream()
                .filter(each -> store == null || store.equals(each.getKey()))
                .map(each -> each.getValue().journal().zone())
                .collect(Collectors.toSet());
        return zones.size() == 1 ? zones.iterator().next() : ZoneOffset.UTC;
    }
}
