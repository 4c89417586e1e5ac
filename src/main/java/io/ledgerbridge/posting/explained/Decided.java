package io.ledgerbridge.posting.explained;

import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import java.util.ArrayList;
import java.util.List;

/** What people had decided about an order when journals were planned. */
public record Decided(List<SetAside> setAside, List<RecordedRefund> recorded) {

    public static final Decided NOTHING = new Decided(List.of(), List.of());

    public Decided {
        setAside = List.copyOf(setAside);
        recorded = List.copyOf(recorded);
    }

    /** What they have decided since an earlier plan, each in a few words; that an order is set aside is said by itself. */
    List<String> since(Decided before, Sentences sentences) {
        List<String> all = new ArrayList<>();
        recorded.stream()
                .filter(refund -> !before.recorded.contains(refund))
                .forEach(refund -> all.add(
                        "refund M%d of %s was recorded".formatted(refund.number(), sentences.digits(refund.amount()))));
        before.recorded.stream()
                .filter(refund -> recorded.stream().noneMatch(one -> one.number() == refund.number()))
                .forEach(refund -> all.add("the recorded refund M%d was taken back".formatted(refund.number())));
        setAside.stream()
                .filter(one -> one.refund() != SetAside.ORDER && !before.has(one.refund()))
                .forEach(one -> all.add("refund %d was set aside".formatted(one.refund())));
        before.setAside.stream()
                .filter(one -> !has(one.refund()))
                .forEach(one -> all.add(name(one) + " is set aside no more"));
        return all;
    }

    private boolean has(long refund) {
        return setAside.stream().anyMatch(one -> one.refund() == refund);
    }

    private static String name(SetAside one) {
        return one.refund() == SetAside.ORDER ? "the order" : "refund " + one.refund();
    }
}
