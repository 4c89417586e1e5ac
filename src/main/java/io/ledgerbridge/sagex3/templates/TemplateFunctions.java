package io.ledgerbridge.sagex3.templates;

import com.schibsted.spt.data.jslt.Function;
import java.util.List;

/** What the templates in JSLT may call beside JSLT's own functions. */
public final class TemplateFunctions {

    public static final List<Function> ALL = List.of(new CutFunction());

    private TemplateFunctions() {}
}
