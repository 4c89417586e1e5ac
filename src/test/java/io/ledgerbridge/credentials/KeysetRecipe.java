package io.ledgerbridge.credentials;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands in docs/security.md that make a keyset of an encryption key and a new one. */
public final class KeysetRecipe {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?primaryKeyId.*?)```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeysetRecipe() {}

    /** What the commands print, with that key in the environment. */
    public static String ofSecurityPage(String oldKey) throws IOException, InterruptedException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("docs/security.md")));
        if (!block.find()) {
            throw new IllegalStateException("docs/security.md has no recipe for a keyset");
        }
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", block.group(1));
        shell.environment().put("LEDGER_BRIDGE_ENCRYPTION_KEY", oldKey);
        Process run = shell.redirectErrorStream(true).start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0) {
            throw new IllegalStateException(printed);
        }
        return printed.strip();
    }

    /** The same without its first key. */
    public static String withoutTheFirst(String keyset) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(keyset);
        ((ArrayNode) json.path("key")).remove(0);
        return json.toString();
    }
}
