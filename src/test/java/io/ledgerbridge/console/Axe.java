package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** Looks at a page as axe does: everything that it finds fault with. */
public final class Axe {

    /** Nothing is told of what is right, which takes most of the time; no page of ours has a frame. */
    private static final AxeRunOptions WHAT = new AxeRunOptions();

    static {
        WHAT.setResultTypes(List.of("violations"));
    }

    private Axe() {}

    public static void findsNothing(Page page) {
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .options(WHAT)
                        .analyze()
                        .getViolations())
                .as(page.url())
                .extracting(Axe::words)
                .isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
