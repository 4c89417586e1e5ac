package io.ledgerbridge.sandbox.sagex3;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/** Requests to X3 written by hand, in the form that Ledger Bridge promises to send. */
final class X3Client {

    private static final String CREATE = "mutation($data: JournalEntry_Input!) { x3Finance { journalEntry {"
            + " create(data: $data) { journalEntryNumber } } } }";

    private static final String LOOK_UP = "query($filter: String) { x3Finance { journalEntry {"
            + " query(first: 2, filter: $filter) { edges { node { journalEntryNumber accountingDate"
            + " transactionCurrency { _id } journalEntryLines { query(first: 500) { edges { node {"
            + " account { _id } sign transactionAmount } } } } } } } } } }";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    X3Client(String url) {
        this.url = url;
    }

    /** Example 1's entry, as GraphQL's variable {@code data}, with the debit's amount and account left to the test. */
    static String graphQlEntry(String reference, String account, String amount) {
        return """
                {"journalEntryType": "ODGEN", "site": "FR011", "journal": "SAL", "accountingDate": "2026-11-02",
                 "transactionCurrency": "USD", "sourceDocument": "%s", "description": "Order 218",
                 "journalEntryLines": [
                  {"account": "%s", "businessPartner": "WEB01", "sign": 1, "transactionAmount": "%s",
                   "lineDescription": "Receivable", "CCE1": "WEB", "CCE2": "MAIN"},
                  {"account": "709000", "sign": 1, "transactionAmount": "9.24", "lineDescription": "Discounts"},
                  {"account": "707000", "sign": -1, "transactionAmount": "62.68", "lineDescription": "Revenue"},
                  {"account": "708500", "sign": -1, "transactionAmount": "11.09", "lineDescription": "Shipping"},
                  {"account": "445710", "sign": -1, "transactionAmount": "5.31", "lineDescription": "Sales tax"}]}
                """.formatted(reference, account, amount);
    }

    /** The same entry as REST takes it. */
    static String restEntry(String reference, String account, String amount) {
        return """
                {"TYP": "ODGEN", "FCY": "FR011", "JOU": "SAL", "ACCDAT": "2026-11-02", "CUR": "USD", "BPRVCR": "%s",
                 "DESVCR": "Order 218", "LINES": [
                  {"ACC": "%s", "BPR": "WEB01", "SNS": 1, "AMTCUR": %s, "DES": "Receivable", "CCE1": "WEB"},
                  {"ACC": "709000", "SNS": 1, "AMTCUR": 9.24, "DES": "Discounts"},
                  {"ACC": "707000", "SNS": -1, "AMTCUR": 62.68, "DES": "Revenue"},
                  {"ACC": "708500", "SNS": -1, "AMTCUR": 11.09, "DES": "Shipping"},
                  {"ACC": "445710", "SNS": -1, "AMTCUR": 5.31, "DES": "Sales tax"}]}
                """.formatted(reference, account, amount);
    }

    HttpResponse<String> create(String data) throws IOException, InterruptedException {
        return graphQl("{\"query\": \"%s\", \"variables\": {\"data\": %s}}".formatted(CREATE, data), token());
    }

    HttpResponse<String> lookUp(String filter) throws IOException, InterruptedException {
        String quoted = filter.replace("\"", "\\\"");
        return graphQl("{\"query\": \"%s\", \"variables\": {\"filter\": \"%s\"}}".formatted(LOOK_UP, quoted), token());
    }

    HttpResponse<String> graphQl(String body, String token) throws IOException, InterruptedException {
        return send(request("/xtrem/api")
                .header("x-xtrem-endpoint", "SEED")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> restCreate(String entry) throws IOException, InterruptedException {
        return send(rest("GACCENTRY?representation=GACCENTRY.$create")
                .POST(HttpRequest.BodyPublishers.ofString(entry))
                .build());
    }

    HttpResponse<String> restGet(String resource) throws IOException, InterruptedException {
        return send(rest(resource).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
    }

    String token() {
        return token(claims(Instant.now()), Access.CLIENT_SECRET);
    }

    String claims(Instant issued) {
        return """
                {"iss":"%s","sub":"%s","aud":"%s/xtrem/api","iat":%d,"exp":%d}""".formatted(
                        Access.CLIENT_ID,
                        Access.USER,
                        url,
                        issued.getEpochSecond(),
                        issued.plusSeconds(300).getEpochSecond());
    }

    static String token(String claims, String secret) {
        try {
            JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String basic() {
        return "Basic " + HttpHeaders.encodeBasicAuth(Access.USER, Access.PASSWORD, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder rest(String resource) {
        return request("/api1/x3/erp/SEED/" + resource.replace(" ", "%20").replace("'", "%27"))
                .header("Authorization", basic());
    }
}
