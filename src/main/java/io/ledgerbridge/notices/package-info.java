/** Notices what people have to know of without having asked: what parks, a store that has stopped, and how each day ends. */
@NullMarked
package io.ledgerbridge.notices;

import org.jspecify.annotations.NullMarked;
