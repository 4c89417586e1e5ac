package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.evidence.EvidenceApi;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderRow;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words why there is no evidence of what a form asks for. */
@Component
class EvidenceChecks {

    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,3}");

    private final EvidenceApi evidence;
    private final OrderList list;
    private final MessageSource messages;

    EvidenceChecks(EvidenceApi evidence, OrderList list, MessageSource messages) {
        this.evidence = evidence;
        this.list = list;
        this.messages = messages;
    }

    /** Empty where there is. */
    Optional<String> refusal(EvidenceForm form) {
        String store = form.store();
        if (store == null || store.isBlank()) {
            return refused("audit.evidence.no-store");
        }
        return form.orders() == null ? ofSample(store, form) : ofNumbers(store, form.numbers());
    }

    private Optional<String> ofNumbers(String store, OrderNumbers numbers) {
        if (numbers.tokens().isEmpty()) {
            return refused("audit.evidence.no-orders");
        }
        if (numbers.isMoreThan(EvidenceApi.NAMED)) {
            return refused("audit.evidence.too-many", EvidenceApi.NAMED);
        }
        Optional<String> wrong = numbers.wrong();
        if (wrong.isPresent()) {
            return refused("audit.erase.no-number", wrong.get());
        }
        List<String> unknown = unknown(store, numbers.all());
        return unknown.isEmpty() ? Optional.empty() : refused("audit.erase.unknown", String.join(", ", unknown), store);
    }

    private List<String> unknown(String store, List<Long> numbers) {
        List<Long> unknown = new ArrayList<>(numbers);
        unknown.removeAll(
                list.numbered(store, numbers).stream().map(OrderRow::order).toList());
        return unknown.stream().map(String::valueOf).toList();
    }

    private Optional<String> ofSample(String store, EvidenceForm form) {
        Optional<String> noDay = Stream.of(text(form.from()), text(form.to()))
                .filter(day -> !isDay(day))
                .findFirst();
        if (noDay.isPresent()) {
            return refused("audit.evidence.no-day", noDay.get());
        }
        LocalDate from = LocalDate.parse(text(form.from()));
        LocalDate to = LocalDate.parse(text(form.to()));
        if (to.isBefore(from)) {
            return refused("audit.evidence.days");
        }
        String size = text(form.sample());
        if (!SIZE.matcher(size).matches() || Integer.parseInt(size) > EvidenceApi.MOST) {
            return refused("audit.evidence.size", EvidenceApi.MOST);
        }
        if (text(form.seed()).isBlank()) {
            return refused("audit.evidence.no-seed");
        }
        return evidence.hasAny(store, from, to)
                ? Optional.empty()
                : refused("audit.evidence.none", store, from.toString(), to.toString());
    }

    private static String text(@Nullable String written) {
        return Objects.requireNonNullElse(written, "");
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private Optional<String> refused(String key, Object... values) {
        return Optional.of(messages.getMessage(key, values, LocaleContextHolder.getLocale()));
    }
}
