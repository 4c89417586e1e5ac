package io.ledgerbridge;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** What of a running program could grow with its orders, by name, after a full collection. */
public final class Figures {

    /** The stand-ins' own, which come and go with what they are asked. */
    private static final String OTHERS_THREADS =
            "(bigcommerce-|pool-[0-9]+-thread|HttpClient-|HTTP-Dispatcher|ForkJoinPool|RMI |JMX ).*";

    /** Where something could be kept in a map that is no type of the program or of a library. */
    private static final String ENTRIES =
            "java\\.util\\.(concurrent\\.)?(Concurrent|Linked|Weak)?(Hash|Tree)Map\\$(Node|TreeNode|Entry).*";

    private Figures() {}

    /**
     * Reads them.
     *
     * @param program the JVM that it runs in
     * @param scrape what it answers Prometheus
     */
    public static Map<String, Long> of(MBeanServerConnection program, String scrape) throws JMException, IOException {
        Map<String, Long> figures = objects(program);
        figures.put("endpoints", endpoints(program));
        figures.put("MBeans", (long)
                program.queryNames(new ObjectName("org.apache.camel:*"), null).size());
        figures.put(
                "series", scrape.lines().filter(line -> !line.startsWith("#")).count());
        figures.put("bytes of a scrape", (long) scrape.length());
        figures.put("threads", threads(program));
        ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
        if (Arrays.stream(program.getMBeanInfo(system).getAttributes())
                .anyMatch(attribute -> attribute.getName().equals("OpenFileDescriptorCount"))) {
            figures.put("open files", (Long) program.getAttribute(system, "OpenFileDescriptorCount"));
        }
        return figures;
    }

    /** By how much a figure may grow because of what is under way just then. */
    public static long mayGrow(String figure) {
        return switch (figure) {
            case "endpoints", "MBeans" -> 5;
            case "series", "threads" -> 25;
            case "bytes of a scrape" -> 4_000;
            case "open files" -> 100;
            default -> 500;
        };
    }

    /** The entries of java.util's maps, of a program that has its JVM to itself. */
    public static long entriesOfMaps(MBeanServerConnection program) throws JMException, IOException {
        return histogram(program)
                .filter(columns -> columns[3].matches(ENTRIES))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    private static long endpoints(MBeanServerConnection program) throws JMException, IOException {
        long endpoints = 0;
        for (ObjectName registry : program.queryNames(
                new ObjectName("org.apache.camel:type=services,name=DefaultEndpointRegistry*,*"), null)) {
            endpoints += (Integer) program.getAttribute(registry, "Size");
        }
        return endpoints;
    }

    private static long threads(MBeanServerConnection program) throws IOException {
        ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(
                program, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .map(ThreadInfo::getThreadName)
                .filter(name -> !name.matches(OTHERS_THREADS))
                .count();
    }

    /** The objects of the program and of those libraries that could keep something of an order, as the JVM counts them. */
    private static Map<String, Long> objects(MBeanServerConnection program) throws JMException, IOException {
        Map<String, Long> objects = new TreeMap<>();
        histogram(program)
                .forEach(columns -> owner(columns[3])
                        .forEach(owner -> objects.merge("objects of " + owner, Long.valueOf(columns[1]), Long::sum)));
        return objects;
    }

    /** Rank, instances, bytes and name of each type. */
    private static Stream<String[]> histogram(MBeanServerConnection program) throws JMException, IOException {
        String histogram = (String) program.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.trim().split(" +", 5))
                .filter(columns -> columns.length >= 4 && columns[0].matches("[0-9]+:"));
    }

    private static Stream<String> owner(String type) {
        if (type.contains("ScheduledFutureTask")) {
            return Stream.of("timers");
        }
        if (type.contains(".sandbox.")) {
            return Stream.empty();
        }
        return Stream.of(
                        "io.ledgerbridge",
                        "org.apache.camel",
                        "org.apache.hc",
                        "io.micrometer",
                        "io.prometheus",
                        "com.schibsted")
                .filter(type::startsWith);
    }
}
