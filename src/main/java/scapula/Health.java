package scapula;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For whoever watches a server on the same machine and has nothing else to ask it with, such as a container's engine. */
@Command(
        name = "health",
        description = "Asks the Scapula on this machine whether it is ready to serve.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is", "1:it is not, or does not answer", "2:a wrong option"})
final class Health implements Callable<Integer> {

    /** Longer than a store is waited for, so that a store that is away is told as such. */
    private static final int PATIENCE_MILLIS = 3000;

    @Option(
            names = "--port",
            defaultValue = Serve.PORT,
            paramLabel = "N",
            description = "Port that it listens on. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--live", description = "Ask only whether it runs, whatever its store does.")
    private boolean live;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        URL asked = URI.create("http://127.0.0.1:" + port + "/health/" + (live ? "live" : "ready"))
                .toURL();
        try {
            int status = status(asked);
            if (status == HttpURLConnection.HTTP_OK) {
                spec.commandLine().getOut().println(asked + " says yes.");
                return ExitCode.OK;
            }
            spec.commandLine().getErr().println(asked + " says no, with " + status + ".");
        } catch (IOException silent) {
            spec.commandLine().getErr().println(asked + " does not answer.");
        }
        return ExitCode.SOFTWARE;
    }

    private static int status(URL asked) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) asked.openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
