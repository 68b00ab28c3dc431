package scapula.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import scapula.domain.Block;
import scapula.domain.Block.Kind;
import scapula.domain.Block.Span;

/** Markdown as blocks that any page can show without parsing or trusting it, and as plain text. */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();

    private Markdown() {}

    static List<Block> blocks(String markdown) {
        List<Block> blocks = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                blocks.add(new Block(Kind.PARAGRAPH, List.of(spans(paragraph))));
            }

            @Override
            public void visit(BlockQuote quote) {
                blocks.add(new Block(Kind.QUOTE, List.of(spans(quote))));
            }

            @Override
            public void visit(BulletList list) {
                blocks.add(new Block(Kind.BULLETS, items(list)));
            }

            @Override
            public void visit(OrderedList list) {
                blocks.add(new Block(Kind.STEPS, items(list)));
            }
        });
        return List.copyOf(blocks);
    }

    static String plain(List<Block> blocks) {
        return blocks.stream().map(Markdown::plain).collect(Collectors.joining("\n\n"));
    }

    private static String plain(Block block) {
        List<String> lines = new ArrayList<>();
        for (List<Span> line : block.lines()) {
            String text = line.stream().map(Span::text).collect(Collectors.joining());
            lines.add(
                    switch (block.kind()) {
                        case BULLETS -> "- " + text;
                        case STEPS -> (lines.size() + 1) + ". " + text;
                        case PARAGRAPH, QUOTE -> text;
                    });
        }
        return String.join("\n", lines);
    }

    private static List<List<Span>> items(ListBlock list) {
        List<List<Span>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(spans(item));
        }
        return List.copyOf(items);
    }

    private static List<Span> spans(Node node) {
        List<Span> spans = new ArrayList<>();
        node.accept(new AbstractVisitor() {
            private boolean strong;

            @Override
            public void visit(StrongEmphasis emphasis) {
                strong = true;
                visitChildren(emphasis);
                strong = false;
            }

            @Override
            public void visit(Text text) {
                spans.add(new Span(text.getLiteral(), strong));
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                spans.add(new Span(" ", strong));
            }
        });
        return List.copyOf(spans);
    }
}
