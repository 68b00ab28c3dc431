package scapula;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium: the one that is installed, or one that is installed now. */
final class Browser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Browser() {}

    static com.microsoft.playwright.Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
        installed().or(Browser::install).ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Optional<Path> installed() {
        Stream<String> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1));
        return folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** From the system's packages where that is allowed, and else Playwright's own build. */
    private static Optional<Path> install() {
        boolean packaged = Files.isExecutable(Path.of("/usr/bin/apt-get"))
                && run("apt-get", "update", "-q")
                && run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium");
        if (packaged) {
            return installed();
        }
        if (!run(java(), "-cp", System.getProperty("java.class.path"), CLI.class.getName(), "install", "chromium")) {
            throw new IllegalStateException("The page's tests need Chromium, and it could not be installed.");
        }
        return Optional.empty();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException failed) {
            return false;
        }
    }
}
