package io.ledgerbridge.sagex3.check;

import io.ledgerbridge.sagex3.GraphqlRequest;
import io.ledgerbridge.sagex3.RestRequest;
import io.ledgerbridge.sagex3.X3Json;
import io.ledgerbridge.sagex3.X3Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One question to Sage X3: which of these codes of one kind it has.
 *
 * @param codes of a period one day
 */
public record CodeQuestion(CodeKind kind, List<String> codes, CodePlace place) {

    /** Of each code there may be several rows, as of an account in several charts. */
    static final int ROWS = 500;

    public CodeQuestion {
        codes = List.copyOf(codes);
    }

    /** The class of api1 that is asked; the node of GraphQL. */
    public String className() {
        return place.name();
    }

    /** Where it is asked: {@code node x3Finance.account}. */
    public String where() {
        return place.words();
    }

    /** The same question to the other package that may have the node; empty where there is none. */
    public Optional<CodeQuestion> next() {
        return place.next().map(this::at);
    }

    /** The same question where another one is asked. */
    public CodeQuestion asAt(CodeQuestion other) {
        return at(other.place);
    }

    private CodeQuestion at(CodePlace other) {
        return new CodeQuestion(kind, codes, other);
    }

    /** What is sent. Nothing of it writes. */
    public X3Request request() {
        return place.packageName().isEmpty() ? rest() : graphql();
    }

    private X3Request graphql() {
        String fields = kind == CodeKind.PERIOD ? place.status() : place.field();
        String document =
                "query($filter: String) { %s { %s { query(first: %d, filter: $filter) { edges { node { %s } } pageInfo { hasNextPage } } } } }"
                        .formatted(place.packageName(), place.name(), ROWS, fields);
        return new GraphqlRequest(document, X3Json.write(Map.of("filter", X3Json.write(filter()))));
    }

    private Map<String, Object> filter() {
        if (kind == CodeKind.PERIOD) {
            String day = codes.get(0);
            return Map.of(place.field(), Map.of("_lte", day), place.end(), Map.of("_gte", day));
        }
        return Map.of(place.field(), Map.of("_in", codes));
    }

    private X3Request rest() {
        String where = kind == CodeKind.PERIOD
                ? "%s le @%s@ and %s ge @%s@".formatted(place.field(), codes.get(0), place.end(), codes.get(0))
                : codes.stream().map(this::isCode).collect(Collectors.joining(" or "));
        String query = "representation=%s.$query&count=%d&where=(%s)".formatted(place.name(), ROWS, where);
        return new RestRequest("GET", "", query, "");
    }

    private String isCode(String code) {
        return "%s eq '%s'".formatted(place.field(), code.replace("'", "''"));
    }
}
