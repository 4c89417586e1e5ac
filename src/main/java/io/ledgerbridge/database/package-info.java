/** H2 and PostgreSQL: the clock they go by, how writers take turns, and what follows when the database goes away. */
@NullMarked
package io.ledgerbridge.database;

import org.jspecify.annotations.NullMarked;
