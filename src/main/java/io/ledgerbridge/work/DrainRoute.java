package io.ledgerbridge.work;

import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.springframework.stereotype.Component;

/** Whether somebody has stopped the routes by which orders are worked, as in Hawtio. */
@Component
class DrainRoute {

    private final CamelContext camel;

    DrainRoute(CamelContext camel) {
        this.camel = camel;
    }

    boolean isStopped() {
        return isStopped("drain-inbox") || isStopped("post-order");
    }

    private boolean isStopped(String route) {
        ServiceStatus status = camel.getRouteController().getRouteStatus(route);
        return status != null && status != ServiceStatus.Started;
    }
}
