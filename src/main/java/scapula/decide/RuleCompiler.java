package scapula.decide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import scapula.domain.ContentProblem;
import scapula.domain.Mistake;
import scapula.domain.RuleText;

/** Turns rules as text into classes: in the build for the jar, at start for a folder that an editor works on. */
public final class RuleCompiler {

    private static final String RESOURCES = "src/main/resources/";

    /** A file that {@link #write} writes, below the classes. */
    public static final String MADE = RuleBook.MODEL_LIST;

    private RuleCompiler() {}

    /**
     * Compiles and writes class files and the list of them that {@link RuleBook#prebuilt} reads.
     *
     * @throws ContentProblem where a rule does not compile
     */
    public static void write(List<RuleText> rules, Path classes) throws IOException {
        InternalKieModule module = (InternalKieModule) compile(rules).getKieModule();
        for (String file : module.getFileNames()) {
            if (file.endsWith(".class") || file.endsWith(RuleBook.MODEL_LIST)) {
                Path target = classes.resolve(file);
                Files.createDirectories(target.getParent());
                Files.write(target, module.getBytes(file));
            }
        }
    }

    /**
     * Compiles without writing.
     *
     * @param loaded makes what is wanted of the classes and the list of them
     */
    static <T> T compiled(List<RuleText> rules, BiFunction<ClassLoader, String, T> loaded) {
        InternalKieModule module = (InternalKieModule) compile(rules).getKieModule();
        String names = new String(module.getBytes(RuleBook.MODEL_LIST), StandardCharsets.UTF_8);
        return loaded.apply(new Made(module), names);
    }

    /** The classes of these rules, before those of the same names that the build put into the program. */
    private static final class Made extends ClassLoader {
        private final InternalKieModule module;

        Made(InternalKieModule module) {
            super(RuleCompiler.class.getClassLoader());
            this.module = module;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                byte[] made = module.getBytes(name.replace('.', '/') + ".class");
                if (made == null) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, made, 0, made.length) : loaded;
            }
        }
    }

    private static KieBuilder compile(List<RuleText> rules) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        for (RuleText rule : rules) {
            files.write(RESOURCES + rule.file(), rule.text().getBytes(StandardCharsets.UTF_8));
        }
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Mistake> mistakes = new ArrayList<>();
        for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
            mistakes.add(mistake(message, rules));
        }
        if (!mistakes.isEmpty()) {
            throw new ContentProblem(mistakes);
        }
        return builder;
    }

    private static Mistake mistake(Message message, List<RuleText> rules) {
        String path = String.valueOf(message.getPath());
        String file = path.startsWith(RESOURCES) ? path.substring(RESOURCES.length()) : path;
        String says = message.getText().strip().replaceAll("\\s+", " ");
        int line = message.getLine() > 0 ? message.getLine() : lineOf(file, says, rules);
        return new Mistake(file, line, "this rule does not compile: " + says);
    }

    /** A type error comes without its line: it is the first that holds the words which the error quotes. */
    private static int lineOf(String file, String says, List<RuleText> rules) {
        String quoted = says.substring(says.lastIndexOf(": ") + 1).strip();
        for (RuleText rule : rules) {
            List<String> lines = rule.text().lines().toList();
            for (int i = 0; rule.file().equals(file) && i < lines.size(); i++) {
                String line = lines.get(i).strip();
                boolean names = line.startsWith("rule \"") && says.contains(line.substring(6, line.lastIndexOf('"')));
                if (names || line.contains(quoted)) {
                    return i + 1;
                }
            }
        }
        return 1;
    }
}
