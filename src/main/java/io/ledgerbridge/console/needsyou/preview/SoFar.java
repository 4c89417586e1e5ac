package io.ledgerbridge.console.needsyou.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.console.entries.Balance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the orders come to that were previewed up to a page, so that the last page has the sum of all. The pages' forms carry it,
 * and nothing but what is shown goes by it.
 *
 * @param orders how many they are
 * @param posting so many of them would get entries
 * @param parking so many would still need a person
 * @param failing so many could not be told
 * @param accounts what it changes, store by store and account by account
 */
public record SoFar(long orders, long posting, long parking, long failing, List<StoreBalance> accounts) {

    static final SoFar NOTHING = new SoFar(0, 0, 0, 0, List.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As forms carry it: amounts are texts. */
    private record Carried(long orders, long posting, long parking, long failing, List<List<String>> accounts) {}

    SoFar plus(List<PreviewedOrder> more) {
        return new SoFar(
                orders + more.size(),
                posting + count(more, PreviewedOrder::posts),
                parking + count(more, PreviewedOrder::parks),
                failing + count(more, order -> order.failure() != null),
                StoreBalance.together(Stream.concat(accounts.stream(), StoreBalance.of(more))));
    }

    private static long count(List<PreviewedOrder> orders, Predicate<PreviewedOrder> which) {
        return orders.stream().filter(which).count();
    }

    /** Whether the accounts are of several stores. */
    public boolean hasSeveralStores() {
        return accounts.stream().map(StoreBalance::store).distinct().count() > 1;
    }

    /** For the form that leads to the next page. */
    public String text() {
        Carried carried = new Carried(
                orders,
                posting,
                parking,
                failing,
                accounts.stream().map(SoFar::texts).toList());
        try {
            return JSON.writeValueAsString(carried);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("texts and numbers can't be written", never);
        }
    }

    /**
     * What a form carries.
     *
     * @param text null on the first page
     * @throws ResponseStatusException 400 where no preview wrote it
     */
    static SoFar of(@Nullable String text) {
        try {
            Carried carried = text == null ? null : JSON.readValue(text, new TypeReference<>() {});
            return carried == null ? NOTHING : of(carried);
        } catch (JsonProcessingException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException no) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No preview wrote these sums", no);
        }
    }

    private static SoFar of(Carried carried) {
        if (carried.orders() < 0) {
            throw new IllegalArgumentException("fewer than none");
        }
        return new SoFar(
                carried.orders(),
                carried.posting(),
                carried.parking(),
                carried.failing(),
                carried.accounts().stream().map(SoFar::balance).toList());
    }

    private static List<String> texts(StoreBalance its) {
        Balance balance = its.balance();
        return List.of(
                its.store(),
                balance.of().toString(),
                balance.currency(),
                balance.before().toPlainString(),
                balance.change().toPlainString());
    }

    private static StoreBalance balance(List<String> texts) {
        return new StoreBalance(
                texts.get(0), new Balance(texts.get(2), texts.get(1), amount(texts.get(3)), amount(texts.get(4))));
    }

    /** No exponent makes the next page's sums longer than what was sent. */
    private static BigDecimal amount(String text) {
        return Optional.of(text)
                .filter(plain -> plain.matches("-?[0-9]{1,30}(\\.[0-9]{1,10})?"))
                .map(BigDecimal::new)
                .orElseThrow(() -> new IllegalArgumentException("no amount"));
    }
}
