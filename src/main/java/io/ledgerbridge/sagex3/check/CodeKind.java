package io.ledgerbridge.sagex3.check;

import io.ledgerbridge.sagex3.FolderSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mapping's code names in Sage X3, and where X3 has its like as Sage ships it. */
public enum CodeKind {
    ACCOUNT("account", "account", "ACC"),
    JOURNAL("journal", "journal", "JOU"),
    ENTRY_TYPE("entry type", "entryType", "TYP"),
    SITE("site", "x3System.site", "FCY"),
    /** Its code is a day; its fields are the first day, the last, and the status. */
    PERIOD("period", "period", "PERSTR.PEREND.PERSTA"),
    BUSINESS_PARTNER("business partner", null, "BPRNUM"),
    TAX_CODE("tax code", null, "VAT"),
    DIMENSION_VALUE("dimension value", null, "CCE");

    private static final String PACKAGE = "x3FinanceData";

    private static final String PERIODS_PROPERTIES = "startDate.endDate.status";

    private final String words;
    private final @Nullable String node;
    private final String fields;

    CodeKind(String words, @Nullable String node, String fields) {
        this.words = words;
        this.node = node;
        this.fields = fields;
    }

    /** As people say it: {@code entry type}. */
    public String words() {
        return words;
    }

    /** As settings and checks are named: {@code entry-type}. */
    public String label() {
        return words.replace(' ', '-');
    }

    /** Where a folder has it; nothing where that isn't set, and for SOAP. */
    Optional<CodePlace> placeIn(FolderSettings folder) {
        return switch (folder.api()) {
            case GRAPHQL ->
                folder.graphql()
                        .nodes()
                        .of(this)
                        .map(text -> node(text, folder))
                        .or(() -> shipped(folder));
            case REST -> folder.rest().classes().of(this).map(text -> CodePlace.of(names(text), names(fields)));
            case SOAP -> Optional.empty();
        };
    }

    /** Sage's node of that kind: older releases have it beside the journal entry, the current one in a package of its own. */
    private Optional<CodePlace> shipped(FolderSettings folder) {
        return Optional.ofNullable(node)
                .map(text -> text.contains(".")
                        ? node(text, folder)
                        : node(text, folder).orIn(PACKAGE));
    }

    /** A node alone is in the package of the journal entry. */
    private CodePlace node(String text, FolderSettings folder) {
        String path = text.contains(".") ? text : folder.graphql().packageName() + "." + text;
        List<String> names = names(path);
        List<String> usual = names(this == PERIOD ? PERIODS_PROPERTIES : "code");
        CodePlace place = CodePlace.of(names.subList(1, names.size()), usual);
        return new CodePlace(names.get(0), place.name(), place.fields());
    }

    private static List<String> names(String path) {
        return List.of(path.split("\\.", -1));
    }

    /** The setting that says so. */
    static String setting(FolderSettings folder) {
        return switch (folder.api()) {
            case GRAPHQL -> "sage-x3.graphql.nodes";
            case REST -> "sage-x3.rest.classes";
            case SOAP -> throw new IllegalStateException("no setting says how to ask by SOAP");
        };
    }
}
