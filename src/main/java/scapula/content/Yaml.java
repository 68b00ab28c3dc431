package scapula.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import scapula.domain.Mistake;

/** A piece of a YAML file that knows where it stands; what it should be and is not becomes a mistake. */
final class Yaml {

    private final String file;
    private final int firstLine;
    private final Node node;
    private final List<Mistake> mistakes;

    private Yaml(String file, int firstLine, Node node, List<Mistake> mistakes) {
        this.file = file;
        this.firstLine = firstLine;
        this.node = node;
        this.mistakes = mistakes;
    }

    /** Reads a file that has to be there. */
    static Optional<Yaml> open(Folder folder, String file, List<Mistake> mistakes) {
        if (folder.has(file)) {
            return read(file, 1, folder.text(file), mistakes);
        }
        mistakes.add(new Mistake(file, 0, "this file is missing."));
        return Optional.empty();
    }

    /** Reads YAML that begins on {@code firstLine} of its file (1 for a whole file); empty where it cannot be read. */
    static Optional<Yaml> read(String file, int firstLine, String text, List<Mistake> mistakes) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setAllowDuplicateKeys(false).build();
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isEmpty()) {
                mistakes.add(new Mistake(file, 0, "this file is empty."));
            }
            return node.map(found -> new Yaml(file, firstLine, found, mistakes));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark()
                    .map(mark -> mark.getLine() + firstLine)
                    .orElse(0);
            mistakes.add(new Mistake(file, line, "this is not well-formed YAML: " + broken.getProblem() + "."));
        } catch (YamlEngineException broken) {
            mistakes.add(new Mistake(file, 0, "this is not well-formed YAML."));
        }
        return Optional.empty();
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + firstLine).orElse(0);
    }

    void mistake(String says) {
        mistakes.add(new Mistake(file, line(), says));
    }

    /** The named parts, in the order in which they are written. */
    Map<String, Yaml> parts() {
        Map<String, Yaml> parts = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = new Yaml(file, firstLine, tuple.getKeyNode(), mistakes).text();
                if (parts.put(key, new Yaml(file, firstLine, tuple.getValueNode(), mistakes)) != null) {
                    new Yaml(file, firstLine, tuple.getKeyNode(), mistakes)
                            .mistake("\"" + key + "\" is written twice here.");
                }
            }
        } else {
            mistake("named parts (\"name: value\") are expected here.");
        }
        return parts;
    }

    List<Yaml> items() {
        List<Yaml> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> items.add(new Yaml(file, firstLine, item, mistakes)));
        } else {
            mistake("a list is expected here.");
        }
        return items;
    }

    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        mistake("a text is expected here.");
        return "";
    }

    double number() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException notOne) {
            mistake("a number is expected here.");
            return 0;
        }
    }

    /** The text of a part that must be there. */
    String text(String part) {
        Optional<Yaml> found = part(part);
        if (found.isEmpty() || found.get().text().isEmpty()) {
            mistake("\"" + part + "\" is missing.");
            return "";
        }
        return found.get().text();
    }

    /** The texts of a list; none where the part is left out. */
    List<String> texts(String part) {
        return part(part).map(Yaml::items).orElse(List.of()).stream()
                .map(Yaml::text)
                .toList();
    }

    Optional<Yaml> part(String name) {
        return Optional.ofNullable(parts().get(name));
    }
}
