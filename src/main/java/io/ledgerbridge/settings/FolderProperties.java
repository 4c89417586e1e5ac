package io.ledgerbridge.settings;

import io.ledgerbridge.http.BaseUrl;
import io.ledgerbridge.http.HttpUrl;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.GraphqlSettings;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sagex3.X3Name;
import io.ledgerbridge.sagex3.login.Auth;
import io.ledgerbridge.sagex3.login.NamedEndpoint;
import io.ledgerbridge.sagex3.templates.EntryHeader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code sage-x3} of a store.
 *
 * @param url without a slash at its end; of at most 200 characters, since the books keep it with each journal
 * @param endpoint X3's name for the folder
 * @param concurrency calls under way at once, over all channels of the store
 * @param requestTimeout of one call, from connecting to the last byte
 * @param ledger the ledger type by whose rows a found entry is compared, where X3 shows the rows of several
 * @param templates the folder with the templates of this store's requests
 * @param lacks header fields that this folder doesn't have
 * @param referenceField the field by which REST and SOAP look our reference up
 */
record FolderProperties(
        @DefaultValue("graphql") X3Api api,
        @NotNull @HttpUrl(longest = 200, message = URLS) URI url,

        @NotNull @Pattern(regexp = NamedEndpoint.PATTERN, message = ENDPOINTS)
        String endpoint,

        @Valid @DefaultValue @NestedConfigurationProperty Auth auth,
        @DefaultValue("4") @Range(min = 1, max = 100) int concurrency,
        @DefaultValue("120s") @DurationMin(nanos = 1) Duration requestTimeout,
        @DefaultValue("always") LookUpPolicy lookUp,
        @DefaultValue("1") @Range(min = 1, max = 10) int ledger,
        @Valid @DefaultValue @NestedConfigurationProperty FolderSettings.Rest rest,
        @Valid @DefaultValue @NestedConfigurationProperty GraphqlSettings graphql,
        @Valid @DefaultValue @NestedConfigurationProperty FolderSettings.Soap soap,
        @DefaultValue("routes/sage-x3") String templates,
        @DefaultValue Set<EntryHeader.Field> lacks,

        @DefaultValue("BPRVCR") @Pattern(regexp = X3Name.PATTERN, message = X3Name.ALLOWED)
        String referenceField) {

    private static final String URLS =
            "an http or https URL of at most 200 characters, without user, query or fragment";
    private static final String ENDPOINTS = "the name of an X3 endpoint: letters, digits, dashes, dots, underscores";

    FolderProperties {
        url = BaseUrl.of(url);
    }

    FolderSettings settings(JournalSettings journal) {
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
                journal.negativeAmounts(),
                new EntryHeader(journal.status(), lacks, referenceField));
    }
}
