package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.SetAsideApi;
import io.ledgerbridge.approvals.ReplayRequests;
import io.ledgerbridge.console.OneAtATime;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.queue.SetAsides;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Undoes that something is set aside: just what the person saw, and, above the limits of what one person may have worked
 * again, not what that person set aside. Else who set it aside had it worked alone by undoing that.
 */
@Component
public class SetAsideUndo {

    private final SetAsideApi api;
    private final SetAsides setAsides;
    private final ReplayRequests limits;
    private final OneAtATime oneAtATime;
    private final MessageSource messages;

    SetAsideUndo(
            SetAsideApi api,
            SetAsides setAsides,
            ReplayRequests limits,
            OneAtATime oneAtATime,
            MessageSource messages) {
        this.api = api;
        this.setAsides = setAsides;
        this.limits = limits;
        this.oneAtATime = oneAtATime;
        this.messages = messages;
    }

    /**
     * Undoes it.
     *
     * @param refund 0 for the order as a whole
     * @param shown when what the person saw was decided; null where the page is known to be up to date
     * @throws ResponseStatusException 409 where that has been decided anew, or somebody else has to undo it
     */
    public void undo(OrderKey key, long refund, @Nullable Instant shown, Principal user) {
        oneAtATime.on(key.store(), key.order(), () -> {
            Optional<SetAsides.Decision> there = setAsides.decisions(key.store(), key.order()).stream()
                    .filter(one -> one.refund() == refund)
                    .findFirst();
            there.ifPresent(decision -> check(decision, key, shown, user.getName()));
            api.undo(key.store(), key.order(), refund, user);
        });
    }

    private void check(SetAsides.Decision there, OrderKey key, @Nullable Instant shown, String user) {
        if (shown != null && !shown.equals(there.at())) {
            String number = there.x3Number();
            throw number == null
                    ? refused("set-aside-anew", there.by(), there.why())
                    : refused("booked-anew", there.by(), number);
        }
        if (there.by().equalsIgnoreCase(user) && limits.isSecondPersonNeeded(key.store(), key.order())) {
            throw refused("undo-alone");
        }
    }

    private ResponseStatusException refused(String why, Object... values) {
        return new ResponseStatusException(
                HttpStatus.CONFLICT,
                messages.getMessage("needs-you.refused." + why, values, LocaleContextHolder.getLocale()));
    }
}
