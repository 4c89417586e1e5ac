package io.ledgerbridge.frontdoor;

import java.util.Set;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's HTTP/1.1, with its connections in sight. Tomcat makes it by its name, which is why it is public. */
public final class WatchedHttp extends Http11NioProtocol {

    /** All that are open at this moment. */
    public Set<SocketWrapperBase<NioChannel>> connections() {
        return getEndpoint().getConnections();
    }
}
