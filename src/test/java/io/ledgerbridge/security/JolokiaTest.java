package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.frontdoor.BodyGate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin may ask of Jolokia, and what not even an admin may. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class JolokiaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Bench bench;

    @BeforeAll
    static void start() {
        System.setProperty("ledger.bridge.test.secret", "swordfish");
        bench = Bench.start(Bench.withMBeans());
    }

    @AfterAll
    static void stop() {
        bench.close();
        System.clearProperty("ledger.bridge.test.secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // code, files and processes by the JVM
                "exec com.sun.management:type=DiagnosticCommand help(\\[Ljava.lang.String;) [[]]",
                "exec com.sun.management:type=DiagnosticCommand vmSystemProperties []",
                "exec com.sun.management:type=DiagnosticCommand jvmtiAgentLoad [[\"/tmp/agent.so\"]]",
                "exec com.sun.management:type=DiagnosticCommand compilerDirectivesAdd [[\"/etc/passwd\"]]",
                "exec com.sun.management:type=DiagnosticCommand vmLog [[\"output=/tmp/log\"]]",
                "exec com.sun.management:type=DiagnosticCommand gcHeapDump [[\"/tmp/heap\"]]",
                "exec com.sun.management:type=HotSpotDiagnostic dumpHeap [\"/tmp/heap.hprof\",true]",
                "exec com.sun.management:type=HotSpotDiagnostic setVMOption [\"HeapDumpPath\",\"/tmp\"]",
                "exec jdk.management.jfr:type=FlightRecorder copyTo [1,\"/tmp/recording\"]",
                "exec jdk.management.jfr:type=FlightRecorder newRecording []",
                "exec java.util.logging:type=Logging setLoggerLevel [\"\",\"ALL\"]",
                "exec java.lang:type=Memory gc []",
                "exec java.lang:type=Threading dumpAllThreads [true,true]",
                "exec JMImplementation:type=MBeanServerDelegate toString []",
                "exec DefaultDomain:type=MLet getMBeansFromURL [\"http://localhost/evil.mlet\"]",
                "exec DefaultDomain:type=MLet addURL [\"http://localhost/evil.jar\"]",
                // files and code by the web server and the log
                "exec Catalina:type=Valve,name=AccessLogValve rotate [\"/tmp/evil.jsp\"]",
                "exec Users:type=UserDatabase,database=UserDatabase createUser [\"a\",\"b\",\"c\"]",
                "exec ch.qos.logback.classic:Name=default,Type=JMXConfigurator reloadByURL [\"http://localhost/x\"]",
                // other routes, other messages
                "exec CAMEL addOrUpdateRoutesFromXml [\"<routes/>\"]",
                "exec CAMEL addOrUpdateRoutesFromXml(java.lang.String) [\"<routes/>\"]",
                "exec ROUTE updateRouteFromXml [\"<route/>\"]",
                "exec ROUTE updateRouteFromXml(java.lang.String) [\"<route/>\"]",
                "exec ROUTE remove() []",
                "exec ROUTE start(long) [1]",
                "exec ROUTE stop(long) [1]",
                "exec ROUTE stopAndFail() []",
                "exec ROUTE setTracing [true]",
                "exec ROUTE dumpRouteAsXml(boolean,boolean,boolean) [true,true,true]",
                "exec CAMEL createEndpoint [\"exec:id\"]",
                "exec CAMEL canSendToEndpoint [\"exec:id\"]",
                "exec CAMEL removeEndpoints [\"*\"]",
                "exec CAMEL sendBody [\"direct:post-order\",\"1\"]",
                "exec CAMEL sendStringBody [\"file:/tmp\",\"1\"]",
                "exec CAMEL sendBodyAndHeaders [\"direct:post-order\",\"1\",{}]",
                "exec CAMEL requestBody(java.lang.String,java.lang.Object) [\"language:groovy:1\",\"1\"]",
                "exec CAMEL requestStringBody [\"language:simple:${sysenv.HOME}\",\"1\"]",
                "exec CAMEL requestBodyAndHeaders [\"direct:post-order\",\"1\",{}]",
                "exec CAMEL setGlobalOption [\"a\",\"b\"]",
                "exec CAMEL createRouteStaticEndpointJson [\"post-order\"]",
                "exec CAMEL explainEndpointJson [\"direct:post-order\",true]",
                "exec CAMEL dumpRoutesAsXml(boolean,boolean) [true,true]",
                "exec CAMEL stop() []",
                "exec CAMEL suspend() []",
                "exec CAMEL restart() []",
                "exec CAMEL startAllRoutes []",
                "exec org.apache.camel:context=ledger-bridge,type=tracer,name=BacklogTracer dumpAllTracedMessages []",
                "exec org.apache.camel:context=ledger-bridge,type=tracer,name=BacklogDebugger enableDebugger []",
                "exec org.apache.camel:context=ledger-bridge,type=services,name=DefaultRestRegistry listRestServices []",
                "exec org.apache.camel:context=ledger-bridge,type=services,name=PropertiesComponent reloadProperties [\"*\"]",
                "exec org.apache.camel:context=ledger-bridge,type=health,name=DefaultHealthCheck disableById [\"context\"]",
                "exec org.apache.camel:context=ledger-bridge,type=endpoints,name=x browseAllMessagesAsXml [true]",
                "exec org.apache.camel:context=ledger-bridge,type=components,name=\\\"http\\\" verify [\"x\",{}]",
                // Jolokia's and Hawtio's own, and the beans that Jolokia would show
                "exec jolokia:type=Discovery lookupAgents []",
                "exec jolokia:type=Config debugInfo []",
                "exec hawtio:type=QuartzFacade updateCronTrigger []",
                "exec spring:name=dataSource getConnection []",
                "exec hikari:type=Pool softEvictConnections []",
                "read java.lang:type=Runtime SystemProperties",
                "read java.lang:type=Runtime InputArguments",
                "read java.lang:type=Runtime ClassPath",
                "read java.lang:type=Threading,name=x SystemProperties",
                "read com.sun.management:type=HotSpotDiagnostic DiagnosticOptions",
                "read java.util.logging:type=Logging LoggerNames",
                "read jolokia:type=ServerHandler *",
                "read spring:name=dataSource password",
                "write ROUTE Tracing true",
                "write CAMEL Tracing true",
                "write java.lang:type=Memory Verbose true",
                "write java.lang:type=Threading ThreadCpuTimeEnabled false"
            })
    void refuses(String dangerous) throws Exception {
        JsonNode answer = ask(request(dangerous));

        assertThat(answer.path("status").asInt()).as("%s", answer).isEqualTo(403);
        assertThat(answer.path("error").asText()).contains("forbidden");
        assertThat(answer.has("value")).isFalse();
    }

    /** {@code type mbean name arguments}, where CAMEL and ROUTE stand for names that exist. */
    private static String request(String line) {
        String[] words = line.split(" ", 4);
        String mbean = words[1].replace("CAMEL", name("context", "ledger-bridge"))
                .replace("ROUTE", name("routes", "post-order"));
        String rest = words.length < 4 ? "null" : words[3];
        return switch (words[0]) {
            case "exec" -> """
                {"type": "exec", "mbean": "%s", "operation": "%s", "arguments": %s}""".formatted(mbean, words[2].replace("\\[", "["), rest);
            case "read" -> """
                {"type": "read", "mbean": "%s", "attribute": "%s"}""".formatted(mbean, words[2]);
            default -> """
                {"type": "write", "mbean": "%s", "attribute": "%s", "value": %s}""".formatted(mbean, words[2], rest);
        };
    }

    private static String name(String type, String name) {
        return "org.apache.camel:context=ledger-bridge,type=%s,name=\\\"%s\\\"".formatted(type, name);
    }

    /** Hawtio asks for many things at once. */
    @Test
    void refusesWhatIsDangerousAmongWhatIsNot() throws Exception {
        String read = request("read ROUTE State");
        String stop = request("exec ROUTE stop(long) [1]");

        JsonNode answers = ask("[%s, %s, %s]".formatted(read, stop, read));

        assertThat(answers).hasSize(3);
        assertThat(answers.path(1).path("status").asInt()).isEqualTo(403);
        assertThat(List.of(answers.path(0), answers.path(2)))
                .allSatisfy(answer -> assertThat(answer.path("value").asText()).isEqualTo("Started"));
    }

    /** As Hawtio does of Camel's MBeans: far more than any other request may hold. */
    @Test
    void answersAsManyQuestionsAsHawtioHas() throws Exception {
        List<String> many = Collections.nCopies(2000, request("read ROUTE State"));

        assertThat(ask(many.toString())).hasSize(2000);
        assertThat(bench.post("/actuator/jolokia", " ".repeat(BodyGate.LONGEST_FOR_JOLOKIA + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void connectsToNoOtherJmxServer() throws Exception {
        JsonNode answer = ask("""
                {"type": "read", "mbean": "org.apache.camel:type=context,*", "attribute": "CamelId",
                 "target": {"url": "service:jmx:rmi:///jndi/rmi://localhost:9/jmxrmi"}}""");

        assertThat(answer.toString()).doesNotContain("ConnectException", "javax.naming", "java.rmi", "RMIServer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"read\", \"mbean\": \"java.lang:type=Runtime\"}",
                "{\"type\": \"read\", \"mbean\": \"java.lang:*\"}",
                "{\"type\": \"read\", \"mbean\": \"*:*\"}",
                "{\"type\": \"read\", \"mbean\": \"*:*\", \"attribute\": [\"SystemProperties\", \"InputArguments\"]}",
                "{\"type\": \"read\", \"mbean\": \"*:*\", \"attribute\": \"SystemProperties\"}",
                "{\"type\": \"search\", \"mbean\": \"*:*\"}",
                "{\"type\": \"list\"}"
            })
    void showsNoSecretWhereEverythingIsAskedFor(String everything) throws Exception {
        assertThat(ask(everything).toString())
                .doesNotContain("swordfish", Bench.TOKEN.value(), Bench.TOKEN.clientSecret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/list",
                "/read/org.apache.camel:type=context,*/CamelId",
                "/exec/org.apache.camel:context=ledger-bridge,type=routes,name=%22post-order%22/stop()",
                "/search/*:*"
            })
    void takesNothingByGet(String path) throws Exception {
        for (String place : List.of("/actuator/jolokia", "/actuator/hawtio/jolokia")) {
            JsonNode answer =
                    JSON.readTree(bench.get(place + path, "application/json").body());

            assertThat(answer.path("status").asInt()).as("%s", answer).isEqualTo(403);
        }
    }

    @Test
    void showsAndStopsAndStartsRoutes() throws Exception {
        String route = name("routes", "sweep-orders");
        String read = "{\"type\": \"read\", \"mbean\": \"%s\", \"attribute\": \"State\"}".formatted(route);
        String exec = "{\"type\": \"exec\", \"mbean\": \"%s\", \"operation\": \"%s\"}";
        assertThat(ask(read).path("value").asText()).isEqualTo("Started");

        assertThat(ask(exec.formatted(route, "stop()")).path("status").asInt()).isEqualTo(200);
        assertThat(ask(read).path("value").asText()).isEqualTo("Stopped");

        assertThat(ask(exec.formatted(route, "start()")).path("status").asInt()).isEqualTo(200);
        assertThat(ask(read).path("value").asText()).isEqualTo("Started");
    }

    private static JsonNode ask(String request) throws Exception {
        return JSON.readTree(bench.post("/actuator/jolokia", request).body());
    }
}
