package scapula;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Chromium: the one that is installed, or one that is installed now. */
final class Browser {

    /** Playwright brings no browser of its own. */
    static final Map<String, String> ENVIRONMENT = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private Browser() {}

    static com.microsoft.playwright.Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
        installed().or(Browser::install).ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(ENVIRONMENT));
    }

    private static Optional<Path> installed() {
        return Program.named("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    }

    /** From the system's packages where that is allowed, and else Playwright's own build. */
    private static Optional<Path> install() {
        if (Program.install("chromium")) {
            return installed();
        }
        String path = System.getProperty("java.class.path");
        if (!Program.run(Path.of(""), java(), "-cp", path, CLI.class.getName(), "install", "chromium")) {
            throw new IllegalStateException("The page's tests need Chromium, and it could not be installed.");
        }
        return Optional.empty();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
