/**
 * The HTTP clients that call BigCommerce and Sage X3: one try a request, every answer bounded in size and time;
 * and requests to us whose body was read.
 */
@NullMarked
package io.ledgerbridge.http;

import org.jspecify.annotations.NullMarked;
