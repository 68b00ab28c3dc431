package scapula.domain;

/** Something wrong in the content, with the place where an editor finds it. Line 0 stands for the whole file. */
public record Mistake(String file, int line, String says) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + says;
    }
}
