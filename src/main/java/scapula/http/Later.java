package scapula.http;

import java.util.function.Supplier;

/** What is made when it is first asked for, and then kept: a page that nobody looks at costs nothing. */
final class Later<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private T made;

    Later(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        made = made == null ? maker.get() : made;
        return made;
    }
}
