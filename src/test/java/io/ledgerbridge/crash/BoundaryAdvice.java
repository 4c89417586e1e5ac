package io.ledgerbridge.crash;

import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.sagex3.CreateOutcome;
import io.ledgerbridge.work.X3Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Shortens the lease, and sees the program pass its boundaries, around the transactions of its beans: what a boundary calls written is
 * committed.
 */
final class BoundaryAdvice implements BeanPostProcessor {

    private static final List<String> BEANS = List.of(
            "tokenEndpoint",
            "tokenRenewal",
            "inbox",
            "claims",
            "orderJournals",
            "orderWork",
            "books",
            "x3Sessions",
            "journalDispatch",
            "sweep",
            "backfills");

    /** A lease as short as that is refused where processes share a database; here they also share a clock. */
    static final Duration LEASE = Duration.ofSeconds(4);

    private final Passings passings;
    private final String poison;
    private final AtomicBoolean swept = new AtomicBoolean();

    /** @param poison the order, as store:id, that ends the process whenever it is read; none where that is empty */
    BoundaryAdvice(Passings passings, String poison) {
        this.passings = passings;
        this.poison = poison;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DrainSettings settings) {
            return new DrainSettings(
                    settings.interval(), settings.workers(), LEASE, settings.poisonAfter(), settings.stalledAfter());
        }
        if (!BEANS.contains(name)) {
            return bean;
        }
        MethodInterceptor advice = invocation -> around(name, invocation);
        if (bean instanceof Advised advised) {
            advised.addAdvice(0, advice);
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(advice);
        return proxy.getProxy();
    }

    private @Nullable Object around(String bean, MethodInvocation invocation) throws Throwable {
        @Nullable Object[] given = invocation.getArguments();
        String call = bean + "." + invocation.getMethod().getName();
        switch (call) {
            case "orderJournals.plan" -> {
                haltIfPoison(given[0]);
                passings.pass(Boundary.ORDER_READ);
            }
            case "tokenEndpoint.ask" -> passings.pass(Boundary.TOKENS_TO_ASK);
            case "journalDispatch.found" -> passings.pass(Boundary.LOOKED_UP);
            case "sweep.mark" -> {
                if (hasRows(given[1])) {
                    passings.pass(Boundary.SWEEP_READ);
                }
            }
            case "backfills.mark" -> {
                if (hasRows(given[1])) {
                    passings.pass(Boundary.BACKFILL_READ);
                }
            }
            case "journalDispatch.replied" -> {
                if (given[2] instanceof CreateOutcome.Created) {
                    passings.pass(Boundary.REPLY_READ);
                }
            }
            default -> {}
        }
        Object result = invocation.proceed();
        after(call, given, result);
        return result;
    }

    private void after(String call, @Nullable Object[] given, @Nullable Object result) {
        switch (call) {
            case "inbox.store" -> {
                passings.pass(Boundary.EVENT_WRITTEN);
                committed(Boundary.EVENT_COMMITTED);
            }
            case "claims.claim" -> {
                if (result instanceof List<?> claims && !claims.isEmpty()) {
                    committed(Boundary.CLAIMED);
                }
            }
            case "books.plan" -> {
                if (given[2] instanceof List<?> drafts && !drafts.isEmpty()) {
                    committed(Boundary.JOURNAL_WRITTEN);
                }
            }
            case "sweep.mark" -> {
                if (hasRows(given[1])) {
                    swept.set(true);
                    committed(Boundary.SWEEP_MARKED);
                }
            }
            case "sweep.ended" -> {
                if (swept.get()) {
                    committed(Boundary.SWEEP_ENDED);
                }
            }
            case "backfills.mark" -> {
                if (hasRows(given[1])) {
                    committed(Boundary.BACKFILL_MARKED);
                }
            }
            case "x3Sessions.take" -> {
                boolean planning = TransactionSynchronizationManager.isActualTransactionActive();
                if (!planning && result instanceof X3Session session && !session.isMissing()) {
                    passings.pass(Boundary.SESSION_TAKEN);
                }
            }
            case "tokenEndpoint.ask" -> passings.pass(Boundary.TOKENS_GRANTED);
            case "tokenRenewal.renew" -> committed(Boundary.TOKENS_WRITTEN);
            case "books.sending" -> committed(Boundary.SENDING_WRITTEN);
            case "books.posted" -> committed(Boundary.POSTED_WRITTEN);
            case "orderWork.posted", "orderWork.held", "orderWork.ignored", "orderWork.park" ->
                committed(Boundary.ORDER_ENDED);
            case "orderWork.postpone", "orderWork.retry", "orderWork.wait" -> committed(Boundary.POSTPONED);
            default -> {}
        }
    }

    private void haltIfPoison(@Nullable Object claimed) {
        if (claimed instanceof Claim claim && poison.equals(claim.store() + ":" + claim.order())) {
            Runtime.getRuntime().halt(3);
        }
    }

    private static boolean hasRows(@Nullable Object page) {
        return page != null && page.toString().contains("\"id\"");
    }

    /** Passes once the transaction that is under way, where one is, has been committed. */
    private void committed(Boundary boundary) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            passings.pass(boundary);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                passings.pass(boundary);
            }
        });
    }
}
