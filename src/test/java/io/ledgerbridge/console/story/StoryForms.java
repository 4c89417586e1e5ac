package io.ledgerbridge.console.story;

import io.ledgerbridge.Bench;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pages and their forms as a person without script and without a browser has them; each person's password is its name. */
final class StoryForms {

    private static final Pattern SHOWN = Pattern.compile("shown=(\\d+)");

    private final Bench bench;
    private final String login;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager())
            .build();

    StoryForms(Bench bench, String user) {
        this.bench = bench;
        this.login =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form of an order's page as it stands now; the text of the page that it leads to, without its tags. */
    String send(ShopOrder order, String action, Map<String, String> fields) throws IOException, InterruptedException {
        return text(sent(order, action, fields));
    }

    /** Likewise, with its tags. */
    String sent(ShopOrder order, String action, Map<String, String> fields) throws IOException, InterruptedException {
        String path = "/orders/us/" + order.id();
        Matcher shown = SHOWN.matcher(open(path).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (shown.find()) {
            all.put("shown", shown.group(1));
        }
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(path + action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** A page's text. */
    String text(String path, String language) throws IOException, InterruptedException {
        open("/language?to=%s&back=/".formatted(language));
        return text(open(path).body());
    }

    private static String text(String page) {
        return page.substring(Math.max(0, page.indexOf("<main")))
                .replaceAll("<[^>]*>", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(bench.uri(path))
                .header("Authorization", login)
                .header("Accept", "text/html");
    }
}
