package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.catchup.BackfillPage;

/** The next page of a shadow run's list: read as a backfill's is, and under a task of its own. */
public record ShadowPage(BackfillPage page) {

    private static final String TASK = "shadow ";

    /** A run as the log and its failures name it. */
    static String taskOf(long run) {
        return TASK + run;
    }

    static boolean isTask(String name) {
        return name.startsWith(TASK);
    }

    /** The run of a task that is one's. */
    static long run(String task) {
        return Long.parseLong(task.substring(TASK.length()));
    }

    public String task() {
        return taskOf(page.id());
    }

    public String store() {
        return page.store();
    }

    public String resource() {
        return page.resource();
    }
}
