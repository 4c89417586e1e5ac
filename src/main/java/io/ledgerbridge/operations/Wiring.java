package io.ledgerbridge.operations;

import io.ledgerbridge.inbox.DrainSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.SettlingTime;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the packages need from outside themselves. */
@Configuration
class Wiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SettlingTime settlingTime(Folders folders, DrainSettings drain) {
        return new SettlingTime(folders, drain.lease());
    }
}
