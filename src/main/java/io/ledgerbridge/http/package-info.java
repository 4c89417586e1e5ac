/** The HTTP clients that call BigCommerce and Sage X3: one try a request, and every answer bounded in size and time. */
@NullMarked
package io.ledgerbridge.http;

import org.jspecify.annotations.NullMarked;
