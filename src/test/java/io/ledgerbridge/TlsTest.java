package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program without an ingress before it: Spring Boot's {@code server.ssl} is all that HTTPS needs. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static Bench bench;
    private static HttpClient shop;

    @BeforeAll
    static void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        makeKey(keys);
        shop = HttpClient.newBuilder().sslContext(trusting(keys)).build();
        bench = Bench.start(Map.of(
                "server.ssl.key-store",
                keys.toString(),
                "server.ssl.key-store-type",
                "PKCS12",
                "server.ssl.key-store-password",
                PASSWORD));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static void makeKey(Path keys) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "bridge",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
    }

    private static SSLContext trusting(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void takesAWebhook() throws Exception {
        URI place = https("/webhooks/bigcommerce/us");

        assertThat(Bench.deliver(shop, place, "{\"scope\": \"store/customer/created\"}"))
                .isEqualTo(200);

        assertThat(events("store/customer/created")).isEqualTo(1);
    }

    @Test
    void takesNothingInTheClear() throws Exception {
        String event = "{\"scope\": \"store/customer/deleted\"}";

        assertThat(Bench.deliver(HttpClient.newHttpClient(), bench.uri("/webhooks/bigcommerce/us"), event))
                .isEqualTo(400);

        assertThat(events("store/customer/deleted")).isZero();
    }

    @Test
    void keepsTheSessionOffEveryOtherWay() throws Exception {
        HttpResponse<String> page = shop.send(
                HttpRequest.newBuilder(https("/login"))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=Lax"));
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    private static int events(String scope) {
        return bench.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM event WHERE scope = :scope")
                .param("scope", scope)
                .query(Integer.class)
                .single();
    }

    private static URI https(String path) {
        return URI.create(bench.uri(path).toString().replaceFirst("^http:", "https:"));
    }
}
