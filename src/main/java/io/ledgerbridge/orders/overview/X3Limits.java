package io.ledgerbridge.orders.overview;

import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.work.X3Sessions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the stores that have as many calls under way in Sage X3 as they may. */
@Component
class X3Limits {

    private final Folders folders;
    private final X3Sessions sessions;

    X3Limits(Folders folders, X3Sessions sessions) {
        this.folders = folders;
        this.sessions = sessions;
    }

    /** @param store null: of all */
    List<Outlook.X3Limit> reached(@Nullable String store) {
        return folders.all().entrySet().stream()
                .filter(folder -> store == null || store.equals(folder.getKey()))
                .map(folder ->
                        new Outlook.X3Limit(folder.getKey(), folder.getValue().concurrency()))
                .filter(limit -> sessions.areAllTaken(limit.store(), limit.calls()))
                .toList();
    }
}
