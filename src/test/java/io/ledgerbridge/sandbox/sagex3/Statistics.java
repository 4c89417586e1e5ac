package io.ledgerbridge.sandbox.sagex3;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the sandbox was asked, counted in HTTP requests, those that met a fault or a closed door included. */
public final class Statistics {

    private final Map<Call.Kind, Integer> requests = new EnumMap<>(Call.Kind.class);
    private final List<Call> creates = new ArrayList<>();
    private int underWay;
    private int mostUnderWay;

    public synchronized int requests(Call.Kind kind) {
        return requests.getOrDefault(kind, 0);
    }

    /** Every create in the order in which they came. */
    public synchronized List<Call> creates() {
        return List.copyOf(creates);
    }

    /** Every create under that reference, in the order in which they came. */
    public synchronized List<Call> creates(String reference) {
        return creates.stream()
                .filter(create -> create.reference().equals(reference))
                .toList();
    }

    /** How many requests, tokens excepted, are being answered now. */
    public synchronized int underWay() {
        return underWay;
    }

    /** How many requests, tokens excepted, were ever being answered at once. */
    public synchronized int mostUnderWay() {
        return mostUnderWay;
    }

    public synchronized void clear() {
        requests.clear();
        creates.clear();
        mostUnderWay = underWay;
    }

    synchronized void begin(Call call) {
        requests.merge(call.kind(), 1, Integer::sum);
        if (call.kind() == Call.Kind.CREATE) {
            creates.add(call);
        }
        if (call.kind() != Call.Kind.TOKEN) {
            underWay++;
            mostUnderWay = Math.max(mostUnderWay, underWay);
        }
    }

    synchronized void end(Call call) {
        if (call.kind() != Call.Kind.TOKEN) {
            underWay--;
        }
    }
}
