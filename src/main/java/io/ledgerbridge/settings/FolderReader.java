package io.ledgerbridge.settings;

import static io.ledgerbridge.settings.SettingKind.duration;
import static io.ledgerbridge.settings.SettingKind.number;
import static io.ledgerbridge.settings.SettingKind.plain;
import static io.ledgerbridge.settings.SettingKind.require;
import static io.ledgerbridge.settings.SettingKind.text;
import static io.ledgerbridge.settings.SettingKind.word;

import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.FolderSettings.X3Api;
import io.ledgerbridge.sagex3.LookUp;
import io.ledgerbridge.sagex3.login.Pairings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads the {@code sage-x3} settings of a store. */
final class FolderReader {

    private static final String TEMPLATES = "routes/sage-x3";
    private static final SettingKind<String> ENDPOINT =
            text(Pairings.ENDPOINT_NAME, "the name of an X3 endpoint: letters, digits, dashes, dots, underscores");
    private static final SettingKind<String> PATH = text(
            "(/([A-Za-z0-9_-][A-Za-z0-9_.-]*|\\{endpoint\\}))+",
            "a path such as /xtrem/api or /v1/service/{endpoint}/api, without a slash at its end");
    private static final SettingKind<String> X3_NAME =
            text("[A-Za-z_][A-Za-z0-9_]{0,59}", "a name of letters, digits and underscores");
    private static final SettingKind<String> FOLDER =
            plain("a folder that is there", "", text -> require(text, each -> Files.isDirectory(Path.of(each))));

    /** The books keep it with each journal, and the endpoint behind it. */
    private static final int LONGEST_URL = 200;

    private FolderReader() {}

    private static URI url(SettingsGroup folder) {
        URI url = folder.url("url").required();
        if (url.toString().length() > LONGEST_URL) {
            folder.refuse("url", "a URL of at most %d characters".formatted(LONGEST_URL));
        }
        return url;
    }

    static FolderSettings read(SettingsGroup folder, SettingsGroup journal) {
        X3Api api = folder.get("api", word(X3Api.class)).or(X3Api.GRAPHQL);
        SettingsGroup rest = folder.group("rest");
        SettingsGroup graphql = folder.group("graphql");
        SettingsGroup soap = folder.group("soap");
        return new FolderSettings(
                api,
                url(folder),
                folder.get("endpoint", ENDPOINT).required(),
                AuthReader.read(folder.group("auth"), api),
                folder.get("concurrency", number(1, 100)).or(4),
                folder.get("request-timeout", duration()).or(Duration.ofMinutes(2)),
                folder.get("look-up", word(LookUp.class)).or(LookUp.ALWAYS),
                new FolderSettings.Rest(
                        rest.get("class", X3_NAME).or("GACCENTRY"),
                        rest.get("representation", X3_NAME).or("GACCENTRY"),
                        rest.get("lines", X3_NAME).or("LINES")),
                new FolderSettings.Graphql(
                        graphql.get("path", PATH).or("/xtrem/api"),
                        graphql.get("package", X3_NAME).or("x3Finance"),
                        graphql.get("node", X3_NAME).or("journalEntry"),
                        graphql.get("reference-property", X3_NAME).or("sourceDocument")),
                new FolderSettings.Soap(
                        soap.get("public-name", X3_NAME).or("WSGAS"),
                        soap.get("pool-alias", X3_NAME).or("LEDGER"),
                        soap.get("language", text("[A-Z]{2,3}", "a language of X3's, such as ENG"))
                                .or("ENG")),
                templates(folder),
                journal.get("negative-amounts", word(NegativeAmounts.class)).or(NegativeAmounts.KEEP));
    }

    private static String templates(SettingsGroup folder) {
        Setting<String> templates = folder.get("templates", FOLDER);
        if (!templates.isThere() && !Files.isDirectory(Path.of(TEMPLATES))) {
            folder.fault("templates", "the default, %s, is not a folder that is there".formatted(TEMPLATES));
        }
        return templates.or(TEMPLATES);
    }
}
