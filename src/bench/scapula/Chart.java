package scapula;

import static scapula.Drawing.LEFT;
import static scapula.Drawing.RIGHT;
import static scapula.Drawing.WIDTH;
import static scapula.Drawing.tenth;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Small pictures of figures: each bar and dot has its name beside it, and a goal is a thin line. */
record Chart(Drawing drawing) {

    private static final int ROW = 44;
    private static final int TOP = 50;
    private static final int NAMES = 22;
    private static final int MOST = 100;

    Chart(String title, String description) {
        this(new Drawing(title, description));
    }

    /**
     * @param says the value, in words
     * @param goal where a thin line stands, below 0 for none
     */
    record Bar(String name, double value, String says, double goal) {}

    /**
     * @param ours is drawn full
     * @param theirs as a ring
     * @param others thin, with their names below
     */
    record Row(String name, double ours, OptionalDouble theirs, List<Named> others) {}

    record Named(String name, double value) {}

    /**
     * Bars below each other, from nothing to the most.
     *
     * @param goal what the last line stands for
     */
    String bars(List<Bar> bars, String goal) {
        double most = 1.04
                * bars.stream()
                        .mapToDouble(bar -> Math.max(bar.goal(), bar.value()))
                        .max()
                        .orElse(1);
        int end = TOP + bars.size() * ROW;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = TOP + i * ROW;
            drawing.text(LEFT, y + 14, "", bar.name());
            drawing.text(RIGHT, y + 14, "value end", bar.says());
            drawing.block(LEFT, y + 21, RIGHT - LEFT, "track");
            drawing.block(LEFT, y + 21, Math.max(2, at(bar.value(), 0, most) - LEFT), "bar");
            if (bar.goal() >= 0) {
                drawing.line(at(bar.goal(), 0, most), y + 19, at(bar.goal(), 0, most), y + 33, "halo");
                drawing.line(at(bar.goal(), 0, most), y + 19, at(bar.goal(), 0, most), y + 33, "goalline");
            }
        }
        if (goal.isEmpty()) {
            return drawing.svg(end);
        }
        double x = at(bars.get(bars.size() - 1).goal(), 0, most);
        drawing.text(x, end + 6, x > WIDTH / 2.0 ? "goal end" : "goal", goal);
        return drawing.svg(end + 14);
    }

    /** Dots on lines from the least to 100. */
    String dots(List<Row> rows, double least, String ours, String theirs) {
        int y = TOP;
        for (Row row : rows) {
            drawing.text(LEFT, y + 14, "", row.name());
            String second = row.theirs().isPresent()
                    ? " · " + theirs + " " + tenth(row.theirs().getAsDouble())
                    : "";
            drawing.text(RIGHT, y + 14, "value end", ours + " " + tenth(row.ours()) + second);
            drawing.block(LEFT, y + 24, RIGHT - LEFT, "track");
            others(row.others(), least, y + 28);
            int middle = y + 28;
            row.theirs().ifPresent(value -> drawing.dot(at(value, least, MOST), middle, "ring"));
            drawing.dot(at(row.ours(), least, MOST), middle, "bar");
            y += row.others().isEmpty() ? ROW : ROW + NAMES;
        }
        drawing.text(LEFT, y + 8, "quiet", least == 0 ? "none" : tenth(least) + " in 100");
        drawing.text(RIGHT, y + 8, "quiet end", "all");
        return drawing.svg(y + 20);
    }

    private void others(List<Named> others, double least, int y) {
        List<Named> sorted =
                others.stream().sorted(Comparator.comparingDouble(Named::value)).toList();
        double[] middles = new double[sorted.size()];
        double right = RIGHT;
        for (int i = sorted.size() - 1; i >= 0; i--) {
            double half = letters(sorted.get(i)) / 2;
            middles[i] = Math.min(right - half, at(sorted.get(i).value(), least, MOST));
            right = middles[i] - half - 8;
        }
        for (int i = 0; i < middles.length; i++) {
            double x = at(sorted.get(i).value(), least, MOST);
            double half = letters(sorted.get(i)) / 2;
            double from = i == 0 ? LEFT : middles[i - 1] + letters(sorted.get(i - 1)) / 2 + 8;
            middles[i] = Math.max(middles[i], from + half);
            drawing.line(x, y - 6, x, y + 6, "thin");
            drawing.line(x, y + 6, middles[i], y + 12, "thin");
            drawing.text(middles[i], y + 24, "quiet middle", sorted.get(i).name());
        }
    }

    private static double letters(Named named) {
        return named.name().length() * 7.2;
    }

    private static double at(double value, double least, double most) {
        return LEFT + (RIGHT - LEFT) * Math.max(0, value - least) / (most - least);
    }
}
