package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of V3's lists, as it is answered. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ShopData<T>(@Nullable List<@Nullable T> data) {}
