package scapula;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of every state of the page, for people to look at: {@code target/screens}. */
class ScreensIT extends Visitor {

    @ParameterizedTest
    @EnumSource
    void everyStateCanBeLookedAt(Screen screen) {
        screen.show(this);
        take("" + screen);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        take(screen + "-dark");
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(794, 1123);
        page.screenshot(new ScreenshotOptions().setPath(path(screen + "-print")).setFullPage(true));
        open(375, 740, ColorScheme.LIGHT);
        screen.show(this);
        take(screen + "-phone");
    }

    private void take(String name) {
        page.screenshot(new ScreenshotOptions().setPath(path(name)));
    }

    private static Path path(String name) {
        return Path.of("target", "screens", name + ".png");
    }
}
