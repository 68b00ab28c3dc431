package scapula;

import java.util.Locale;

/** Marks on a paper that is as wide as a phone, as SVG, in the page's colours by day and by night. */
final class Drawing {

    static final int WIDTH = 400;
    static final int LEFT = 18;
    static final int RIGHT = WIDTH - LEFT;

    private static final String STYLE = """
        svg { --paper: #faf6ee; --ink: #1d2728; --quiet: #445052; --accent: #0b5157; --rule: #b5cbc7; --goal: #9a4a00;
          font: 14px system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; font-variant-numeric: tabular-nums }
        @media (prefers-color-scheme: dark) { svg { --paper: #151b1c; --ink: #ece8df; --quiet: #b9c2c0;
          --accent: #86ccc7; --rule: #3d5a59; --goal: #e0b158 } }
        .paper { fill: var(--paper) } text { fill: var(--ink) } .title { font-weight: 600; font-size: 16px }
        .quiet { fill: var(--quiet); font-size: 12.5px } .goal { fill: var(--goal); font-size: 12.5px }
        .track { fill: var(--rule); opacity: .45 } .bar { fill: var(--accent) } .value { font-weight: 600 }
        .ring { fill: var(--paper); stroke: var(--ink); stroke-width: 2 }
        .thin { stroke: var(--quiet); stroke-width: 1 } .halo { stroke: var(--paper); stroke-width: 6 }
        .goalline { stroke: var(--goal); stroke-width: 2 }
        .end { text-anchor: end } .middle { text-anchor: middle }
        """;

    private final String title;
    private final String description;
    private final StringBuilder marks = new StringBuilder();

    Drawing(String title, String description) {
        this.title = title;
        this.description = description;
    }

    static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }

    void text(double x, double y, String kind, String says) {
        String safe = says.replace("&", "&amp;").replace("<", "&lt;");
        marks.append("<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>\n".formatted(tenth(x), tenth(y), kind, safe));
    }

    void block(double x, double y, double width, String kind) {
        String form = "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"8\" rx=\"2\" class=\"%s\"/>\n";
        marks.append(form.formatted(tenth(x), tenth(y), tenth(width), kind));
    }

    void dot(double x, double y, String kind) {
        marks.append("<circle cx=\"%s\" cy=\"%s\" r=\"5\" class=\"%s\"/>\n".formatted(tenth(x), tenth(y), kind));
    }

    void line(double x, double y, double toX, double toY, String kind) {
        String form = "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>\n";
        marks.append(form.formatted(tenth(x), tenth(y), tenth(toX), tenth(toY), kind));
    }

    String svg(int height) {
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d"
              role="img" aria-labelledby="t d">
            <title id="t">%3$s</title>
            <desc id="d">%4$s</desc>
            <style>%5$s</style>
            <rect class="paper" width="%1$d" height="%2$d" rx="12"/>
            <text x="%6$d" y="30" class="title">%3$s</text>
            %7$s</svg>
            """.formatted(WIDTH, height + 8, title, description, STYLE, LEFT, marks);
    }
}
