package io.ledgerbridge.frontdoor;

import io.ledgerbridge.http.ReadRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose body has come; for whoever is inside it has just arrived, also where it had to wait for its body. */
final class WholeRequest extends ReadRequest {

    private final byte[] body;
    private boolean arriving = true;
    private @Nullable Map<String, String[]> parameters;

    WholeRequest(HttpServletRequest request, byte[] body) {
        super(request, body);
        this.body = body;
    }

    /** From now on a dispatch is what it says it is. */
    void hasPassed() {
        arriving = false;
    }

    @Override
    public DispatcherType getDispatcherType() {
        return arriving ? DispatcherType.REQUEST : super.getDispatcherType();
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = FormParameters.of(super.getParameterMap(), getContentType(), body);
        }
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }
}
