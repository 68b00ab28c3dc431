package scapula;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scapula.Assembly.Outside;
import scapula.decide.RuleBook;
import scapula.http.Access;
import scapula.http.AllowedOrigins;
import scapula.http.Metrics;
import scapula.http.Probes;
import scapula.http.Server;
import scapula.http.TrustedProxies;
import scapula.store.ConversationStore;
import scapula.store.Retention;

/** Serves the chat page and the API until it is stopped. */
@Command(
        name = "serve",
        description = "Serves the chat page and POST /api/chat; what happens without a command, too.%n",
        mixinStandardHelpOptions = true,
        sortOptions = false)
class Serve implements Callable<Integer> {

    static final String PORT = "7070";

    @Option(
            names = "--port",
            defaultValue = PORT,
            paramLabel = "N",
            description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = "Address to listen on; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--messages-per-minute",
            defaultValue = "60",
            paramLabel = "N",
            description = "Most messages a minute from one client; 0 for no limit. Default: ${DEFAULT-VALUE}.")
    private int perMinute;

    @Option(
            names = "--messages-per-minute-in-all",
            defaultValue = "0",
            paramLabel = "N",
            description =
                    "Most messages a minute from all clients together; 0 for no limit. Default: ${DEFAULT-VALUE}.")
    private int perMinuteInAll;

    @Option(
            names = "--trust-proxy",
            paramLabel = "ADDRESS",
            description =
                    "A proxy in front, or a network such as 10.0.0.0/8, whose X-Forwarded-For tells who the client "
                            + "is; repeat it for each. Default: none.")
    private List<String> proxies = List.of();

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description = "Another site that may show the chat in its pages and call the API from them, such as "
                    + "https://example.org; repeat it for each. Default: none.")
    private List<String> allowed = List.of();

    @Option(
            names = "--drain-seconds",
            defaultValue = "0",
            paramLabel = "N",
            description = "Seconds between denying readiness and stopping, for the load balancer to look away. "
                    + "Default: ${DEFAULT-VALUE}.")
    private int drainSeconds;

    @Option(
            names = "--log",
            defaultValue = "text",
            paramLabel = "FORM",
            description = "How the log is written to the error output: text, or json with a line for each request. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Logs.Form log;

    @Mixin
    private Keeping keeping;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.write(log);
        Access access = access();
        ConversationStore store = keeping.open(spec);
        Metrics metrics = new Metrics(RuleBook::evaluations);
        InstantSource clock = InstantSource.system();
        CompletableFuture<Server> prepared =
                CompletableFuture.supplyAsync(() -> new Server(access, new Probes(store::isWritable), metrics));
        Assembly assembly = setting.assemble(spec, new Outside(store, clock, metrics));
        Server server = prepared.join();
        server.show(assembly.edition());
        int taken = server.start(host, port);
        Retention retention = new Retention(store, keeping.time(), clock, System::nanoTime).start();
        Optional<Renewal> renewal = setting.content().map(folder -> new Renewal(folder, assembly, server).start());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop(Duration.ofSeconds(drainSeconds));
            renewal.ifPresent(Renewal::close);
            retention.close();
            store.close();
        }));
        spec.commandLine()
                .getOut()
                .println("Scapula is at http://" + host + ":" + taken + " for the region " + setting.region()
                        + ". Ctrl+C stops it.");
        spec.commandLine().getOut().flush();
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    private Access access() {
        notBelowNought("--messages-per-minute", perMinute);
        notBelowNought("--messages-per-minute-in-all", perMinuteInAll);
        notBelowNought("--drain-seconds", drainSeconds);
        return new Access(
                possible("--allow-origin", () -> new AllowedOrigins(allowed)),
                possible("--trust-proxy", () -> new TrustedProxies(proxies)),
                perMinute,
                perMinuteInAll);
    }

    private void notBelowNought(String option, int value) {
        if (value < 0) {
            throw Environment.impossible(spec, option, "A limit or a time cannot be below 0.");
        }
    }

    private <T> T possible(String option, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw Environment.impossible(spec, option, wrong.getMessage());
        }
    }
}
