/** Lists of journals by what they are asked for. */
@NullMarked
package io.ledgerbridge.books.lists;

import org.jspecify.annotations.NullMarked;
