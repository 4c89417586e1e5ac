/** What an admin may ask to have erased, under /api/privacy. */
@NullMarked
package io.ledgerbridge.api.privacy;

import org.jspecify.annotations.NullMarked;
