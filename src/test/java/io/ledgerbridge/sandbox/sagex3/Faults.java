package io.ledgerbridge.sandbox.sagex3;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;

/**
 * Which fault meets which request. A queue for each kind of request comes first, one fault a request; where it is
 * empty, a function decides; at first all goes well.
 */
public final class Faults {

    private final Map<Call.Kind, Queue<Fault>> next = new EnumMap<>(Call.Kind.class);
    private Function<Call, Fault> otherwise = call -> Fault.none();

    /** The next requests of that kind meet these, in this order. */
    public synchronized void next(Call.Kind kind, Fault... faults) {
        next.computeIfAbsent(kind, absent -> new ArrayDeque<>()).addAll(List.of(faults));
    }

    /** The next creates meet these, in this order. */
    public void nextCreates(Fault... faults) {
        next(Call.Kind.CREATE, faults);
    }

    /** Decides for every request that no queue has a fault for. */
    public synchronized void decide(Function<Call, Fault> decision) {
        otherwise = decision;
    }

    /** From now on all goes well. */
    public synchronized void clear() {
        next.clear();
        otherwise = call -> Fault.none();
    }

    synchronized Fault of(Call call) {
        Queue<Fault> queue = next.get(call.kind());
        Fault queued = queue == null ? null : queue.poll();
        return queued == null ? otherwise.apply(call) : queued;
    }
}
