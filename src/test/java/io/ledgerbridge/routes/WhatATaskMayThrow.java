package io.ledgerbridge.routes;

import java.io.IOException;
import java.util.List;

/** Everything that a task can end with, whatever its signature says. */
final class WhatATaskMayThrow {

    private WhatATaskMayThrow() {}

    static List<Throwable> all() {
        return List.of(
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new NoClassDefFoundError("io/ledgerbridge/Gone"),
                new ExceptionInInitializerError(new IllegalStateException("static")),
                new AssertionError("impossible"),
                new ThreadDeath(),
                new InternalError(),
                new Throwable("neither exception nor error"),
                new IOException("sneaky"),
                new InterruptedException("told to stop"));
    }

    /** One of each kind. */
    static List<Throwable> some() {
        return List.of(new OutOfMemoryError("Java heap space"), new InterruptedException("told to stop"));
    }

    /** Throws what the compiler doesn't expect; an interrupt is left on the thread, as it mostly is. */
    static RuntimeException sneakily(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return WhatATaskMayThrow.<RuntimeException>hide(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException hide(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
