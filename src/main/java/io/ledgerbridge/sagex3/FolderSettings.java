package io.ledgerbridge.sagex3;

import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.sagex3.check.CodeNames;
import io.ledgerbridge.sagex3.login.Auth;
import io.ledgerbridge.sagex3.templates.EntryHeader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * One X3 folder as one store posts to it.
 *
 * @param url without a slash at its end
 * @param endpoint X3's name for the folder
 * @param concurrency calls under way at once, over all channels of the store; at least 1
 * @param requestTimeout of one call, from connecting to the last byte
 * @param ledger the ledger type by whose rows a found entry is compared, from 1 to 10
 * @param templates the folder with the templates of this store's requests
 * @param header what an entry's header has here
 */
public record FolderSettings(
        X3Api api,
        URI url,
        String endpoint,
        Auth auth,
        int concurrency,
        Duration requestTimeout,
        LookUpPolicy lookUp,
        int ledger,
        Rest rest,
        GraphqlSettings graphql,
        Soap soap,
        String templates,
        NegativeAmounts negativeAmounts,
        EntryHeader header) {

    /**
     * The class and representation of api1, and the name of its collection of lines.
     *
     * @param classes those that a mapping's codes are asked of
     */
    public record Rest(
            @Name("class") @DefaultValue("GACCENTRY") @Pattern(regexp = X3Name.PATTERN, message = X3Name.ALLOWED)
            String className,

            @DefaultValue("GACCENTRY") @Pattern(regexp = X3Name.PATTERN, message = X3Name.ALLOWED)
            String representation,

            @DefaultValue("LINES") @Pattern(regexp = X3Name.PATTERN, message = X3Name.ALLOWED)
            String lines,

            @Valid @DefaultValue @NestedConfigurationProperty
            CodeNames classes) {

        @ConstructorBinding
        public Rest {}

        /** With no class for a mapping's codes. */
        public Rest(String className, String representation, String lines) {
            this(className, representation, lines, CodeNames.NONE);
        }

        Rest of(String other) {
            return new Rest(other, representation, lines, classes);
        }
    }

    /** The published web service, the pool that runs it, and the language of its answers. */
    public record Soap(
            @DefaultValue("WSGAS") @Pattern(regexp = X3Name.PATTERN, message = X3Name.ALLOWED)
            String publicName,

            @DefaultValue("LEDGER") @Pattern(regexp = X3Name.PATTERN, message = X3Name.ALLOWED)
            String poolAlias,

            @DefaultValue("ENG") @Pattern(regexp = "[A-Z]{2,3}", message = "a language of X3's, such as ENG")
            String language) {}

    /** The address to which GraphQL's calls go. */
    public String graphqlUrl() {
        return url + graphql.pathAt(endpoint);
    }

    /** The same folder as calls reach it under another endpoint. */
    public FolderSettings at(String other) {
        return with(other, rest);
    }

    /** The same folder as calls reach another of its classes by api1. */
    public FolderSettings asking(String className) {
        return with(endpoint, rest.of(className));
    }

    private FolderSettings with(String endpoint, Rest rest) {
        return new FolderSettings(
                api,
                url,
                endpoint,
                auth,
                concurrency,
                requestTimeout,
                lookUp,
                ledger,
                rest,
                graphql,
                soap,
                templates,
                negativeAmounts,
                header);
    }

    /** What an endpoint that X3 names at a pairing takes the place of. */
    public String namedUnder() {
        return endpoint + "|" + auth.tokenUrl();
    }

    /** What identifies the folder in the books, the same for every store that posts to it. */
    public String folder() {
        return url + "|" + endpoint;
    }
}
