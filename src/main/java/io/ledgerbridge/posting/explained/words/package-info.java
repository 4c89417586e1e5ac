/** What an explanation says, in no language yet, and the texts that say it in English, German and French. */
@NullMarked
package io.ledgerbridge.posting.explained.words;

import org.jspecify.annotations.NullMarked;
