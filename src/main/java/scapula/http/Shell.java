package scapula.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scapula.domain.Region;

/** What a browser keeps for when there is no network: the files of the page, and one with all emergency numbers. */
final class Shell {

    static final String OFFLINE = "offline.html";
    static final String WORKER = "worker.js";

    /** Scripts that the page itself does not load. */
    private static final Set<String> NOT_KEPT = Set.of(WORKER, "embed.js");

    private final Written offline;
    private final Written worker;

    Shell(WebFiles files, Map<String, Region> regions) {
        this.offline = offline(new Template(files.text(OFFLINE)), regions);
        List<String> kept = new ArrayList<>();
        kept.add(OFFLINE);
        files.ending(".css", ".js", ".svg").stream()
                .filter(name -> !NOT_KEPT.contains(name))
                .forEach(kept::add);
        this.worker = Written.of(
                Written.SCRIPT,
                files.text(WORKER)
                        .replace("{{version}}", version(files, offline))
                        .replace("{{files}}", String.join(" ", kept)));
    }

    private static Written offline(Template page, Map<String, Region> regions) {
        Markup calls = Markup.each(
                regions.values(),
                region -> page.piece(
                        "region",
                        Map.of(
                                "name", region.words().get("name"),
                                "number", region.number(),
                                "call", region.button())));
        return Written.of(Written.HTML, page.page(Map.of("regions", calls)).html());
    }

    /** Another one for other content, so that a new build takes the place of an old one. */
    private static String version(WebFiles files, Written offline) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.bytes().values().forEach(all::writeBytes);
        all.writeBytes(offline.tag().getBytes(StandardCharsets.UTF_8));
        return Written.digest(all.toByteArray());
    }

    void offline(Context ctx) {
        Headers.PAGE.forEach(ctx::header);
        offline.to(ctx);
    }

    void worker(Context ctx) {
        Headers.PAGE.forEach(ctx::header);
        worker.to(ctx);
    }
}
