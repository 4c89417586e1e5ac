package io.ledgerbridge.http;

import java.net.URI;
import java.util.Objects;

/** The address below which calls go. */
public final class BaseUrl {

    private BaseUrl() {}

    /** The address without a slash at its end, so that paths can follow. One that is missing stays so. */
    public static URI of(URI url) {
        String text = Objects.toString(url);
        String trimmed = text.replaceAll("(?<=[^/:])/+$", "");
        return trimmed.equals(text) ? url : URI.create(trimmed);
    }
}
