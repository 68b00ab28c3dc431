import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws the exercises: {@code java src/pictures/Draw.java web/pictures}. One jointed figure, measured in centimetres,
 * takes the poses of exercises.txt; a new exercise is a new entry there and its words in rules/pictures.yml.
 *
 * <p>Every part is a line with round ends between two joints, drawn once wide in ink and once narrower in a soft colour.
 * So it can be moved by a CSS transform, which every browser animates and a person's settings can switch off; morphing
 * a path would stay still in Safari. The joints are solved again for each step, so that a hand stays on its wall and a
 * band on its anchor.
 */
class Draw {
    static final int[] SIDES = {-1, 1};

    public static void main(String[] args) throws IOException {
        var here = Path.of("src/pictures/exercises.txt");
        var words = Words.read(Path.of("rules/pictures.yml"));
        var out = Files.createDirectories(Path.of(args[0]));
        for (String entry :
                Files.readString(here).replaceAll("(?m)^#.*\n", "").strip().split("\n\n+")) {
            var exercise = Exercise.read(entry);
            Files.writeString(out.resolve(exercise.id + ".svg"), new Picture(exercise).svg(words.get(exercise.id)));
        }
    }

    /** A point or direction: x ahead of the figure, y up, z to its right. */
    record Vec(double x, double y, double z) {
        static Vec of(double... n) {
            return new Vec(n[0], n[1], n[2]);
        }

        Vec plus(double times, Vec v) {
            return new Vec(x + times * v.x, y + times * v.y, z + times * v.z);
        }

        Vec minus(Vec v) {
            return plus(-1, v);
        }

        double dot(Vec v) {
            return x * v.x + y * v.y + z * v.z;
        }

        double length() {
            return Math.sqrt(dot(this));
        }

        Vec unit() {
            return new Vec(0, 0, 0).plus(1 / length(), this);
        }

        Vec cross(Vec v) {
            return new Vec(y * v.z - z * v.y, z * v.x - x * v.z, x * v.y - y * v.x);
        }

        /** Turned about an axis of length one, by the right-hand rule. */
        Vec turned(double degrees, Vec axis) {
            double a = Math.toRadians(degrees);
            return new Vec(0, 0, 0)
                    .plus(Math.cos(a), this)
                    .plus(Math.sin(a), axis.cross(this))
                    .plus((1 - Math.cos(a)) * axis.dot(this), axis);
        }
    }

    /** Named numbers of a pose: joints that are given, and angles in degrees. */
    record Pose(Map<String, double[]> values) {
        double[] get(String name) {
            return values.get(name);
        }

        boolean has(String name) {
            return values.containsKey(name) || values.containsKey(name + "R");
        }

        double one(String name) {
            return get(name)[0];
        }

        /** What is told of one side, or else of both, mirrored. */
        Vec side(String name, int side) {
            var own = get(name + (side > 0 ? "R" : "L"));
            var both = get(name);
            return own != null ? Vec.of(own) : new Vec(both[0], both[1], both[2] * side);
        }

        /** On the way to the end; what the pose in the middle names goes through it on a curve. */
        Pose towards(Pose middle, Pose end, double t) {
            var between = new LinkedHashMap<String, double[]>();
            end.values.forEach((name, to) -> {
                var from = values.get(name);
                var through = middle.values.get(name);
                between.put(
                        name,
                        IntStream.range(0, to.length)
                                .mapToDouble(i -> {
                                    double bow = through == null ? 0 : through[i] - (from[i] + to[i]) / 2;
                                    return from[i] + t * (to[i] - from[i]) + 4 * t * (1 - t) * bow;
                                })
                                .toArray());
            });
            return new Pose(between);
        }
    }

    /** One entry of exercises.txt. */
    record Exercise(
            String id,
            Map<String, double[]> view,
            Pose start,
            Pose middle,
            Pose end,
            List<String[]> scene,
            String[] order) {
        static final String STANDING = """
            pelvis 0 93 0 spine 0 0 0 0 lay 0 0 twist 0 neck 5 nod 0 blade 0 9
            hand 4 82 24 elbow -1 0 .5 ankle 0 8 9 knee 1 0 .1 toe 1 0 .15\
            """;

        static Exercise read(String entry) {
            var lines = entry.split("\n");
            var view = numbers("turn 0 tilt 0 steps 3 scale 1.4 at 140 272");
            var start = numbers(STANDING);
            var middle = new LinkedHashMap<String, double[]>();
            var end = new LinkedHashMap<String, double[]>();
            var scene = new ArrayList<String[]>();
            String[] order = "legL armL trunk head legR armR".split(" ");
            for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
                var words = line.strip().split(" +", 2);
                switch (words[0]) {
                    case "view" -> view.putAll(numbers(words[1]));
                    case "start" -> start.putAll(numbers(words[1]));
                    case "middle" -> middle.putAll(numbers(words[1]));
                    case "end" -> end.putAll(numbers(words[1]));
                    case "order" -> order = words[1].split(" +");
                    default -> scene.add(line.strip().split(" +"));
                }
            }
            var whole = new LinkedHashMap<>(start);
            whole.putAll(end);
            for (String name : end.keySet()) {
                if (!start.containsKey(name)) {
                    throw new IllegalArgumentException(lines[0] + ": no start for " + name);
                }
            }
            return new Exercise(lines[0], view, new Pose(start), new Pose(middle), new Pose(whole), scene, order);
        }

        static Map<String, double[]> numbers(String text) {
            var values = new LinkedHashMap<String, double[]>();
            for (String part : text.strip().split("\\s+(?=[a-z])")) {
                var words = part.split("\\s+");
                values.put(
                        words[0],
                        Arrays.stream(words)
                                .skip(1)
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
            return values;
        }

        boolean named(String word, String layer) {
            return all(word).stream().anyMatch(names -> List.of(names).contains(layer));
        }

        /** The rest of each line of the scene that begins with this word. */
        List<String[]> all(String word) {
            return scene.stream()
                    .filter(line -> line[0].equals(word))
                    .map(line -> Arrays.copyOfRange(line, 1, line.length))
                    .toList();
        }
    }

    /** A round-ended line of the body, and how wide it is. */
    record Bone(Vec from, Vec to, double width) {}

    /** A part of the body as a place to measure from. */
    record Frame(Vec origin, Vec front, Vec along, Vec right) {
        Vec at(double front, double along, double right) {
            return origin.plus(1, way(new Vec(front, along, right)));
        }

        Vec way(Vec v) {
            return new Vec(0, 0, 0).plus(v.x, front).plus(v.y, along).plus(v.z, right);
        }

        /** Bent to the front and turned to the right, from the same place. */
        Frame turned(double bend, double twist) {
            Vec up = along.turned(-bend, right);
            Vec side = right.turned(-twist, up);
            return new Frame(origin, up.cross(side), up, side);
        }

        Frame moved(double distance) {
            return new Frame(at(0, distance, 0), front, along, right);
        }
    }

    /** The figure in one pose: its joints, and its bones by layer. */
    static class Body {
        /** Half the distance of the two lines of the trunk, from the hips up; how much of a twist has come so far. */
        private static final double[] HALF = {7, 6, 7, 8.5, 9};

        private static final double[] TWIST = {0, 0, .15, .7, 1};

        final Map<String, Vec> joints = new LinkedHashMap<>();
        final Map<String, List<Bone>> layers = new LinkedHashMap<>();
        private final Pose pose;
        private final Frame chest;
        final Vec face;

        Body(Pose pose) {
            this.pose = pose;
            double[] lay = pose.get("lay");
            Vec ahead = new Vec(1, 0, 0).turned(-lay[0], new Vec(0, 1, 0));
            Vec up = new Vec(0, 1, 0).turned(lay[1], ahead);
            var trunk = new ArrayList<Bone>();
            Frame top = spine(new Frame(Vec.of(pose.get("pelvis")), ahead, up, ahead.cross(up)), trunk);
            chest = top.moved(-4);
            shoulders(trunk);
            face = head(top, trunk);
            layers.put("trunk", trunk);
            for (int side : SIDES) {
                leg(side);
                arm(side);
            }
        }

        private Frame spine(Frame pelvis, List<Bone> trunk) {
            Vec[] last = {pelvis.at(0, 0, -HALF[0]), pelvis.at(0, 0, HALF[0])};
            joints.put("hipL", pelvis.at(0, 0, -8.5));
            joints.put("hipR", pelvis.at(0, 0, 8.5));
            Frame joint = pelvis;
            for (int i = 1; i < HALF.length; i++) {
                Frame way = pelvis.turned(pose.get("spine")[i - 1], TWIST[i] * pose.one("twist"));
                joint = new Frame(joint.origin, way.front, way.along, way.right).moved(12.5);
                for (int side : SIDES) {
                    int line = (side + 1) / 2;
                    Vec next = joint.at(0, i == 4 ? -6 : 0, side * HALF[i]);
                    trunk.add(new Bone(last[line], next, 20));
                    last[line] = next;
                }
                if (i == 2 && pose.has("belly")) {
                    trunk.add(new Bone(joint.at(pose.one("belly"), -11, 0), joint.at(pose.one("belly"), 0, 0), 19));
                }
            }
            return joint;
        }

        private void shoulders(List<Bone> trunk) {
            double[] blade = pose.get("blade");
            var blades = new ArrayList<Bone>();
            for (int side : SIDES) {
                Vec shoulder = chest.at(blade[0], 0, side * 17);
                joints.put(side > 0 ? "shoulderR" : "shoulderL", shoulder);
                trunk.add(new Bone(chest.origin, shoulder, 11));
                Vec inner = chest.at(0, -3, side * blade[1]);
                Vec outer = chest.at(0, -2.5, side * (blade[1] + 6.5));
                Vec tip = chest.at(0, -15, side * (blade[1] + 2));
                blades.addAll(List.of(new Bone(inner, tip, 4), new Bone(tip, outer, 4), new Bone(outer, inner, 4)));
            }
            layers.put("blades", blades);
        }

        private Vec head(Frame top, List<Bone> trunk) {
            Frame tipped = top.turned(pose.one("nod"), 0);
            Vec middle = top.turned(pose.one("neck"), 0).at(0, 9, 0).plus(8, tipped.along);
            Frame head = new Frame(middle, tipped.front, tipped.along, tipped.right);
            trunk.add(new Bone(top.at(0, -2, 0), head.at(-2, -3, 0), 11));
            Bone nose = new Bone(head.at(9, -1, 0), head.at(11.6, -2.6, 0), 3);
            layers.put("head", List.of(new Bone(head.at(1.5, 1.5, 0), head.at(2.5, -3.5, 0), 16.5), nose));
            layers.put("hair", List.of(new Bone(head.at(-2.5, 1.5, 0), head.at(-2, 2, 0), 21.5)));
            return head.front;
        }

        private void leg(int side) {
            String name = side > 0 ? "R" : "L";
            Vec ankle = pose.side("ankle", side);
            Vec knee = bend(joints.get("hip" + name), ankle, 43, 42, pose.side("knee", side));
            Vec toe = pose.side("toe", side).unit();
            Vec sole = ankle.plus(3.5, toe.cross(new Vec(0, 0, 1)).unit());
            layers.put(
                    "leg" + name,
                    List.of(
                            new Bone(joints.get("hip" + name), knee, 15.5),
                            new Bone(knee, ankle, 11),
                            new Bone(sole.plus(-3, toe), sole.plus(14, toe), 7.5)));
        }

        /** The hand is where the pose says, or held to a place of the chest; a fist, or else a palm laid this way. */
        private void arm(int side) {
            String name = side > 0 ? "R" : "L";
            boolean held = pose.has("hold");
            boolean palm = pose.has("palm");
            Vec shoulder = joints.get("shoulder" + name);
            Vec hand = held ? chest.origin.plus(1, chest.way(pose.side("hold", side))) : pose.side("hand", side);
            Vec out = held ? chest.way(pose.side("elbow", side)) : pose.side("elbow", side);
            Vec elbow = bend(shoulder, hand, 29, palm ? 25 : 29, out);
            Vec reach = hand.minus(elbow).unit();
            Vec wrist = elbow.plus(25, reach);
            Vec fingers = palm ? pose.side("palm", side) : reach;
            Bone grip = palm
                    ? new Bone(wrist, wrist.plus(8, fingers), 7.5)
                    : new Bone(wrist.plus(2, fingers), wrist.plus(6, fingers), 10.5);
            joints.put("hand" + name, wrist.plus(4, fingers));
            layers.put("arm" + name, List.of(new Bone(shoulder, elbow, 10.5), new Bone(elbow, wrist, 8.8), grip));
        }

        /** The joint between two bones, towards the side that it bends to; straight where the aim is too far. */
        private static Vec bend(Vec from, Vec to, double upper, double lower, Vec side) {
            Vec line = to.minus(from);
            double reach = Math.min(line.length(), upper + lower - .01);
            Vec along = line.unit();
            double ahead = (reach * reach + upper * upper - lower * lower) / (2 * reach);
            Vec out = side.plus(-side.dot(along), along).unit();
            return from.plus(ahead, along).plus(Math.sqrt(Math.max(0, upper * upper - ahead * ahead)), out);
        }
    }

    /** A line on the paper. */
    record Line(double x, double y, double x2, double y2, double width) {
        double length() {
            return Math.hypot(x2 - x, y2 - y);
        }

        double angle() {
            return Math.toDegrees(Math.atan2(y2 - y, x2 - x));
        }

        Line start() {
            return new Line(x, y, x, y, width);
        }

        boolean near(Line o) {
            return Math.max(Math.hypot(x - o.x, y - o.y), Math.hypot(x2 - o.x2, y2 - o.y2)) < 1;
        }

        String path() {
            String from = "M%s %s".formatted(number(x), number(y));
            return from
                    + (number(y).equals(number(y2)) ? "H" + number(x2) : "L%s %s".formatted(number(x2), number(y2)));
        }
    }

    /** How one line is laid, turned and foreshortened, step by step; it carries every other that keeps its place on it. */
    record Motion(String name, List<Line> steps, double longest) {
        static Motion of(String name, List<Line> steps) {
            return new Motion(
                    name, steps, steps.stream().mapToDouble(Line::length).max().orElseThrow());
        }

        private double share(int step) {
            double length = steps.get(step).length();
            return longest - length < .8 ? 1 : length / longest;
        }

        /** The line as it lies on this one at the end, if it lies so at every step. */
        Optional<Line> carry(List<Line> others) {
            int last = steps.size() - 1;
            Line here = on(others.get(last), last);
            boolean turnedOnly = IntStream.rangeClosed(0, last).allMatch(i -> share(i) == 1);
            boolean inLine = Math.abs(here.y) < 1.5 && Math.abs(here.y2) < 1.5;
            boolean carried = IntStream.rangeClosed(0, last).allMatch(i -> here.near(on(others.get(i), i)));
            return carried && (turnedOnly || inLine) ? Optional.of(here) : Optional.empty();
        }

        private Line on(Line other, int step) {
            Line line = steps.get(step);
            double a = Math.toRadians(-line.angle());
            double[] n = new double[4];
            for (int i = 0; i < 2; i++) {
                double dx = (i == 0 ? other.x : other.x2) - line.x;
                double dy = (i == 0 ? other.y : other.y2) - line.y;
                n[2 * i] = (dx * Math.cos(a) - dy * Math.sin(a)) / share(step);
                n[2 * i + 1] = dx * Math.sin(a) + dy * Math.cos(a);
            }
            return new Line(n[0], n[1], n[2], n[3], other.width);
        }

        /** The end as the style that holds where nothing may move, and the way there as frames. */
        String css() {
            var transforms = transforms();
            int last = steps.size() - 1;
            var css = new StringBuilder(
                    ".%s{animation-name:%s;%s}@keyframes %s{".formatted(name, name, transforms.get(last), name));
            for (int i = 0; i < last; i++) {
                String time = number(100 * Math.acos(1 - 2.0 * i / last) / Math.PI);
                css.append("%s%%{%s}".formatted(time, transforms.get(i)));
            }
            return css.append("}\n").toString();
        }

        /** A line that comes to point the other way by passing through the line of sight shrinks and grows again. */
        private List<String> transforms() {
            boolean rigid = IntStream.range(0, steps.size()).allMatch(i -> share(i) == 1);
            var transforms = new LinkedList<String>();
            double angle = steps.get(steps.size() - 1).angle();
            for (int i = steps.size() - 1; i >= 0; i--) {
                Line line = steps.get(i);
                double change = Math.IEEEremainder(line.angle() - angle, 360);
                boolean through = !rigid && Math.abs(change) > 100;
                angle += through ? Math.IEEEremainder(change + 180, 360) : change;
                String turn = longest < .5 ? "" : "rotate(%sdeg)".formatted(number(angle));
                String scale = rigid ? "" : String.format(Locale.ROOT, "scaleX(%.2g)", through ? -share(i) : share(i));
                transforms.addFirst("transform:translate(%spx,%spx)%s%s"
                        .formatted(number(line.x), number(line.y), turn, scale.replaceAll("0(?=\\.)|\\.0(?=\\))", "")));
            }
            return transforms;
        }
    }

    static String number(double n) {
        return Long.toString(Math.round(n));
    }

    /** One SVG: the start, the end, and the way between them. */
    static class Picture {
        static final List<String[]> STOOL = Stream.of(
                        "area -20 46 -18 -20 46 18 22 46 18 22 46 -18",
                        "-18 46 -17 -21 0 -18",
                        "-18 46 17 -21 0 18",
                        "20 46 17 23 0 18",
                        "20 46 -17 23 0 -18")
                .map(line -> line.split(" "))
                .toList();
        private final Exercise exercise;
        private final List<Motion> motions = new ArrayList<>();
        private final List<Body> way;

        Picture(Exercise exercise) {
            this.exercise = exercise;
            int steps = (int) exercise.view.get("steps")[0];
            way = IntStream.rangeClosed(0, steps)
                    .mapToObj(i -> new Body(exercise.start.towards(exercise.middle, exercise.end, i / (double) steps)))
                    .toList();
        }

        /** The motion begins at its end, which the second figure shows, and lingers there where it can. */
        String svg(Words words) {
            var first = panel(way.subList(0, 1));
            var second = panel(way);
            share(first, second);
            String frames = motions.stream().map(Motion::css).collect(Collectors.joining());
            return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 300">
                <!-- java src/pictures/Draw.java web/pictures -->
                <title>%s</title>
                <desc>%s</desc>
                <style>
                svg{--i:#1d2728;--f:#e2ece8;--a:#0b5157;--m:#7fb3b0;fill:none;stroke:var(--i);stroke-linecap:round;stroke-linejoin:round}
                @media (prefers-color-scheme:dark){svg{--i:#ece8df;--f:#213235;--a:#86ccc7;--m:#2f7377}}
                .f{stroke:var(--f)}.m{stroke:var(--m)}.a{stroke:var(--a);stroke-width:5}.p{stroke-width:4;opacity:.55}.s{fill:var(--f)}
                text{font:600 20px system-ui,sans-serif;fill:var(--a);stroke:none}
                [class^=k]{animation:%s infinite alternate}
                %s@media (prefers-reduced-motion:reduce){[class^=k]{animation:none}}
                </style>
                <text x="12" y="28">1</text><text x="292" y="28">2</text>
                %s<g transform="translate(280)">
                %s</g>
                </svg>
                """.formatted(
                            words.title,
                            words.text,
                            way.size() == 2 ? "4s cubic-bezier(.2,.8,.3,1) -4s" : "3s linear -3s",
                            frames,
                            String.join("", first) + arrows(),
                            String.join("", second));
        }

        /** What stays is drawn once and used twice; where asked for, the start is a ghost behind the end. */
        private void share(List<String> first, List<String> second) {
            for (int i = 0; i < first.size(); i++) {
                boolean ghost = i > 0 && exercise.named("ghost", exercise.order[i - 1]);
                boolean still = first.get(i).equals(second.get(i));
                String use = "<use href=\"#s%d\"%s/>\n".formatted(i, still ? "" : " opacity=\".3\"");
                if (still || ghost) {
                    first.set(
                            i,
                            "<g id=\"s%d\">%s</g>\n".formatted(i, first.get(i).strip()));
                    second.set(still ? i : 0, still ? use : second.get(0) + use);
                }
            }
        }

        private List<String> panel(List<Body> moments) {
            var parts = new ArrayList<String>();
            parts.add(room());
            Arrays.stream(exercise.order).forEach(layer -> parts.add(layer(layer, moments)));
            return parts;
        }

        private String layer(String layer, List<Body> moments) {
            if (layer.startsWith("band")) {
                var ends = exercise.all(layer).get(0);
                return "<g class=\"a\">"
                        + lines(
                                moments,
                                body -> List.of(flat(new Bone(point(ends, 0, body), point(ends, 1, body), 0))),
                                5)
                        + "</g>\n";
            }
            if (layer.equals("blades")) {
                return "<g class=\"a\">" + lines(moments, body -> flat(body, layer), 0) + "</g>\n";
            }
            boolean moved = exercise.named("tint", layer);
            String drawn = "<g>%s</g><g class=\"%s\">%s</g>\n"
                    .formatted(
                            lines(moments, body -> flat(body, layer), 3),
                            moved ? "m" : "f",
                            lines(moments, body -> flat(body, layer), -3));
            if (!layer.equals("head")) {
                return drawn;
            }
            String hair = "<g>" + lines(moments, body -> flat(body, "hair"), 3) + "</g>\n";
            return seen(moments.get(moments.size() - 1).face).z < -.35 ? drawn + hair : hair + drawn;
        }

        private List<Line> flat(Body body, String layer) {
            return body.layers.get(layer).stream().map(this::flat).toList();
        }

        private static Vec point(String[] words, int at, Body body) {
            Vec joint = body.joints.get(words[at]);
            return joint != null
                    ? joint
                    : Vec.of(Arrays.stream(words, at, at + 3)
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }

        /** Lines that move as one and are as wide become one path. */
        private String lines(List<Body> moments, Function<Body, List<Line>> layer, double edge) {
            var widths = new LinkedHashMap<String, Map<String, Set<String>>>();
            for (List<Line> line : ways(moments.stream().map(layer).toList())) {
                Line end = line.get(line.size() - 1);
                var paths = widths.computeIfAbsent(number(end.width + edge), width -> new LinkedHashMap<>());
                if (line.stream().allMatch(end::near)) {
                    paths.computeIfAbsent("", still -> new LinkedHashSet<>()).add(end.path());
                } else {
                    Motion motion = motion(line);
                    paths.computeIfAbsent(" class=\"" + motion.name + "\"", carried -> new LinkedHashSet<>())
                            .add(motion.carry(line).orElseThrow().path());
                }
            }
            var out = new StringBuilder();
            widths.forEach((width, paths) -> {
                out.append("<g stroke-width=\"").append(width).append("\">");
                paths.forEach((name, lines) -> out.append("<path%s d=\"%s\"/>".formatted(name, chained(lines))));
                out.append("</g>");
            });
            return out.toString().replaceAll("<g( stroke-width=\"\\d+\")><path([^>]*)></g>", "<path$1$2>");
        }

        /** Each line through all moments; before one that is much foreshortened, a dot that keeps its joint round. */
        private static List<List<Line>> ways(List<List<Line>> moments) {
            var ways = new ArrayList<List<Line>>();
            for (int i = 0; i < moments.get(0).size(); i++) {
                int index = i;
                var way = moments.stream().map(lines -> lines.get(index)).toList();
                var lengths = way.stream().mapToDouble(Line::length).summaryStatistics();
                if (lengths.getMax() > 12 && lengths.getMin() < .75 * lengths.getMax()) {
                    ways.add(way.stream().map(Line::start).toList());
                }
                ways.add(way);
            }
            return ways;
        }

        private Motion motion(List<Line> line) {
            return motions.stream()
                    .filter(m -> m.carry(line).isPresent())
                    .findFirst()
                    .orElseGet(() -> {
                        var motion = Motion.of("k" + Integer.toString(motions.size(), 36), line);
                        motions.add(motion);
                        return motion;
                    });
        }

        /** A line that begins where the one before it ends goes on from there. */
        private static String chained(Set<String> lines) {
            return String.join("", lines)
                    .replaceAll("L(-?\\d+ -?\\d+)M\\1L", "L$1 ")
                    .replaceAll("L(-?\\d+ -?\\d+)M\\1L", "L$1 ");
        }

        private String arrows() {
            return exercise.all("arrow").stream().map(Picture::arrow).collect(Collectors.joining());
        }

        private static String arrow(String[] words) {
            var n = Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
            double back = Math.atan2(n[3] - n[5], n[2] - n[4]);
            String tip = number(n[4]) + " " + number(n[5]);
            String barbs = Arrays.stream(SIDES)
                    .mapToObj(side -> back + side * .6)
                    .map(a -> "M%sL%s %s"
                            .formatted(tip, number(n[4] + 15 * Math.cos(a)), number(n[5] + 15 * Math.sin(a))))
                    .collect(Collectors.joining());
            return "<path class=\"a\" d=\"M%s %sQ%s %s %s%s\"/>\n"
                    .formatted(words[0], words[1], words[2], words[3], tip, barbs);
        }

        /** The things of the room behind the figure: shapes, and lines through points, all the lines as one path. */
        private String room() {
            var shapes = new StringBuilder();
            var lines = new StringBuilder();
            for (String[] words : exercise.all("room")) {
                var things = words[0].equals("stool") ? STOOL : List.<String[]>of(words);
                things.forEach(thing -> (thing[0].equals("area") ? shapes : lines).append(thing(thing)));
            }
            return shapes + "<path class=\"p\" d=\"" + lines + "\"/>\n";
        }

        private String thing(String[] words) {
            if (words[0].equals("floor")) {
                return "M14 %sH266".formatted(number(exercise.view.get("at")[1] + 2));
            }
            int first = words[0].equals("area") ? 1 : 0;
            var path = new StringBuilder();
            for (int i = first; i < words.length; i += 3) {
                Vec at = point(words, i, way.get(0));
                Line line = flat(new Bone(at, at, 0));
                path.append(i == first ? "M" : "L")
                        .append(number(line.x))
                        .append(' ')
                        .append(number(line.y));
            }
            return first == 0 ? path.toString() : "<path class=\"p s\" d=\"%sz\"/>\n".formatted(path);
        }

        private Vec seen(Vec v) {
            var turned = v.turned(-exercise.view.get("turn")[0], new Vec(0, 1, 0));
            return turned.turned(exercise.view.get("tilt")[0], new Vec(1, 0, 0));
        }

        private Line flat(Bone bone) {
            double scale = exercise.view.get("scale")[0];
            double[] at = exercise.view.get("at");
            Vec a = seen(bone.from);
            Vec b = seen(bone.to.minus(bone.from).length() < .3 ? bone.from : bone.to);
            return new Line(
                    at[0] + scale * a.x,
                    at[1] - scale * a.y,
                    at[0] + scale * b.x,
                    at[1] - scale * b.y,
                    scale * bone.width);
        }
    }

    /** What the picture is called, and what it says. */
    record Words(String title, String text) {
        private static final Pattern ENTRY =
                Pattern.compile("(?m)^([a-z-]+):\\n  title: (.+)\\n  text: >-\\n((?:    .+\\n)+)");

        static Map<String, Words> read(Path file) throws IOException {
            return ENTRY.matcher(Files.readString(file))
                    .results()
                    .collect(Collectors.toMap(
                            entry -> entry.group(1),
                            entry -> new Words(
                                    entry.group(2), entry.group(3).strip().replaceAll("\\s+", " "))));
        }
    }
}
