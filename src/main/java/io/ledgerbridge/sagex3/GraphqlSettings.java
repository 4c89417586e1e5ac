package io.ledgerbridge.sagex3;

import io.ledgerbridge.sagex3.check.CodeNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where GraphQL is, where the journal entry is in X3's schema, and its property for our reference.
 *
 * @param path below the folder's address; {@code {endpoint}} in it is the endpoint
 * @param nodes those that a mapping's codes are asked of, where they are others than Sage's
 */
public record GraphqlSettings(
        @DefaultValue("/xtrem/api") @Pattern(regexp = PATH, message = PATHS)
        String path,

        @Name("package") @DefaultValue("x3Finance") @Pattern(regexp = X3Name.PATTERN, message = X3Name.ALLOWED)
        String packageName,

        @DefaultValue("journalEntry") @Pattern(regexp = X3Name.PATTERN, message = X3Name.ALLOWED)
        String node,

        @DefaultValue("sourceDocument") @Pattern(regexp = X3Name.PATTERN, message = X3Name.ALLOWED)
        String referenceProperty,

        @Valid @DefaultValue @NestedConfigurationProperty CodeNames nodes) {

    private static final String PATH = "(/([A-Za-z0-9_-][A-Za-z0-9_.-]*|\\{endpoint\\}))+";
    private static final String PATHS =
            "a path such as /xtrem/api or /v1/service/{endpoint}/api, without a slash at its end";

    @ConstructorBinding
    public GraphqlSettings {}

    /** With Sage's own nodes for a mapping's codes. */
    public GraphqlSettings(String path, String packageName, String node, String referenceProperty) {
        this(path, packageName, node, referenceProperty, CodeNames.NONE);
    }

    String pathAt(String endpoint) {
        return path.replace("{endpoint}", endpoint);
    }

    /** The mutation's input type. */
    public String inputType() {
        return node.substring(0, 1).toUpperCase(Locale.ROOT) + node.substring(1) + "_Input";
    }
}
