package io.ledgerbridge.console.audit;

import io.ledgerbridge.books.audit.anchors.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * A daily anchor.
 *
 * @param isWhole whether its hash is that of what it says
 * @param follows whether it goes over the hash of the anchor before
 */
record AnchorRow(Anchor anchor, boolean isWhole, boolean follows) {

    /**
     * The newest first.
     *
     * @param anchors one more than are shown, where there are more
     */
    static List<AnchorRow> of(List<Anchor> anchors, int shown) {
        List<AnchorRow> rows = new ArrayList<>();
        for (int index = 0; index < Math.min(shown, anchors.size()); index++) {
            Anchor anchor = anchors.get(index);
            Anchor before = index + 1 < anchors.size() ? anchors.get(index + 1) : null;
            rows.add(new AnchorRow(anchor, anchor.isWhole(), anchor.follows(before)));
        }
        return rows;
    }

    public boolean fits() {
        return isWhole && follows;
    }
}
