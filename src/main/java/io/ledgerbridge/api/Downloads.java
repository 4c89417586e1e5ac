package io.ledgerbridge.api;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers that are written while they are read, on threads of their own: so many at once, each for so long, and what is
 * beyond is told to come again.
 */
@Component
@RestControllerAdvice
public class Downloads implements WebMvcConfigurer {

    static final int AT_ONCE = 4;
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** By when the writer has noticed the deadline itself, unless the reader holds it up in the middle of a write. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Clock clock;

    Downloads(Clock clock) {
        this.clock = clock;
    }

    /** For an answer that begins now. */
    public Deadline deadline() {
        return new Deadline(clock, clock.instant().plus(LONGEST));
    }

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer async) {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("download-");
        threads.setCorePoolSize(0);
        threads.setMaxPoolSize(AT_ONCE);
        threads.setQueueCapacity(0);
        threads.setDaemon(true);
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.AbortPolicy());
        threads.initialize();
        async.setTaskExecutor(threads);
        async.setDefaultTimeout(LONGEST.plus(MARGIN).toMillis());
    }

    /** The type that the answer was to have stands in its headers by then. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TaskRejectedException rejected) {
        String detail = "%d downloads are under way, which is as many as there may be at once; try again later"
                .formatted(AT_ONCE);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }
}
