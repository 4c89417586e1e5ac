package io.ledgerbridge.frontdoor;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Where Tomcat hands a request to the program, and where the program is done with it. The thread's place is given back
 * here, after the answer's last byte. A body that nobody has read, as where Tomcat itself refuses a request, is not waited
 * for: the connection ends instead.
 */
final class Door implements Adapter {

    private final Adapter inside;
    private final ThreadLimits places;

    Door(Adapter inside, ThreadLimits places) {
        this.inside = inside;
        this.places = places;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        try {
            inside.service(request, response);
        } finally {
            places.leave();
            leaveTheRest(request);
        }
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        try {
            return inside.asyncDispatch(request, response, event);
        } finally {
            places.leave();
            leaveTheRest(request);
        }
    }

    private static void leaveTheRest(Request request) {
        if (!is(ActionCode.ASYNC_IS_ASYNC, request) && !is(ActionCode.REQUEST_BODY_FULLY_READ, request)) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean is(ActionCode what, Request request) {
        AtomicBoolean answer = new AtomicBoolean();
        request.action(what, answer);
        return answer.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return inside.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        inside.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        inside.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return inside.getDomain();
    }
}
