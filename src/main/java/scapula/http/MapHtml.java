package scapula.http;

import static scapula.http.Xhtml.escaped;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import scapula.domain.Guide;
import scapula.domain.Thing;
import scapula.http.MapDraft.Node;
import scapula.http.RuleMap.Column;
import scapula.http.RuleMap.Line;

/**
 * A map as three lists with lines drawn behind them. All rows of a list are equally high, so that a line finds its ends
 * by counting, whatever the words and the size of the letters.
 */
final class MapHtml {

    /** Where the columns begin and end, in hundredths of the width; rules.css says the same. */
    private static final double[] LEFT = {0, 37, 74};

    private static final double WIDTH = 26;

    /** Most letters of a name: a longer one would make every row of its list as high as itself. */
    private static final int LONGEST = 70;

    private final RuleMap map;
    private final Guide.Words words;
    private final Thing focus;
    private final boolean isPassed;

    MapHtml(RuleMap map, Guide.Words words, Thing focus) {
        this.map = map;
        this.words = words;
        this.focus = focus;
        this.isPassed = map.lines().stream().anyMatch(MapHtml::passes)
                && !map.signs().nodes().isEmpty();
    }

    String html() {
        String lines = map.lines().stream()
                .sorted((one, other) -> Boolean.compare(one.thick(), other.thick()))
                .map(this::line)
                .collect(Collectors.joining());
        return "<div class=\"map\"><svg aria-hidden=\"true\" viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\">"
                + lines
                + "</svg>" + column("map-findings", map.findings(), false)
                + column("map-signs", map.signs(), isPassed)
                + column("map-follows", map.follows(), false) + "</div>";
    }

    /** @param passed whether its first row is left free, for lines that pass it by */
    private String column(String name, Column column, boolean passed) {
        List<String> rows = new ArrayList<>();
        if (passed) {
            rows.add("<li class=\"passage\" aria-hidden=\"true\"></li>");
        }
        column.nodes().forEach(node -> rows.add(row(node)));
        if (column.more() > 0) {
            rows.add(Xhtml.cell("li", words.text("map-more").replace("{n}", Integer.toString(column.more()))));
        }
        if (column.nodes().isEmpty()) {
            rows.add(Xhtml.cell("li", words.text("map-none")));
        }
        return Xhtml.cell("h3", words.text(name)) + "<ul>" + String.join("", rows) + "</ul>";
    }

    private String row(Node node) {
        Thing thing = node.thing();
        String current = thing.is(focus) ? " aria-current=\"true\"" : "";
        String level = node.level().isEmpty()
                ? words.text("kind-" + thing.kind().word())
                : words.levels().get(node.level());
        String kind = node.column() == MapDraft.FINDINGS && thing.kind() == Thing.Kind.FINDING
                ? ""
                : "<small>" + escaped(level) + "</small> ";
        return "<li><a class=\"" + thing.kind().word() + " " + node.level() + "\" href=\"" + RuleLinks.show(thing)
                + "\"" + current + ">" + kind + escaped(shortened(thing.label())) + "</a></li>";
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST ? label : label.substring(0, label.lastIndexOf(' ', LONGEST)) + " …";
    }

    private String line(Line line) {
        double fromX = LEFT[line.from().column()] + WIDTH;
        double toX = LEFT[line.to().column()];
        String path = isPassed && passes(line)
                ? curve(fromX, y(line.from()), LEFT[MapDraft.SIGNS], passage())
                        + "H" + (LEFT[MapDraft.SIGNS] + WIDTH)
                        + bend(LEFT[MapDraft.SIGNS] + WIDTH, passage(), toX, y(line.to()))
                : curve(fromX, y(line.from()), toX, y(line.to()));
        return "<path class=\"" + (line.thick() ? "thick" : "thin") + "\" d=\"" + path + "\"/>";
    }

    private static boolean passes(Line line) {
        return line.to().column() - line.from().column() > 1;
    }

    private static String curve(double fromX, double fromY, double toX, double toY) {
        return "M" + number(fromX) + " " + number(fromY) + bend(fromX, fromY, toX, toY);
    }

    private static String bend(double fromX, double fromY, double toX, double toY) {
        String half = number((fromX + toX) / 2);
        return "C" + half + " " + number(fromY) + " " + half + " " + number(toY) + " " + number(toX) + " "
                + number(toY);
    }

    private double y(Node node) {
        List<Column> columns = List.of(map.findings(), map.signs(), map.follows());
        Column column = columns.get(node.column());
        int before = isPassed && node.column() == MapDraft.SIGNS ? 1 : 0;
        return middle(column.nodes().indexOf(node) + before, rows(column) + before);
    }

    private double passage() {
        return middle(0, rows(map.signs()) + 1);
    }

    private static int rows(Column column) {
        return column.nodes().size() + (column.more() > 0 ? 1 : 0);
    }

    private static double middle(int row, int rows) {
        return 100 * (row + 0.5) / rows;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
