package org.almbridge.intake;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** A fixed choice of readers in place of the container's. */
final class Readers implements Instance<RowReader> {

    private final List<RowReader> readers;

    Readers(RowReader... readers) {
        this.readers = List.of(readers);
    }

    @Override
    public Iterator<RowReader> iterator() {
        return readers.iterator();
    }

    @Override
    public RowReader get() {
        return readers.get(0);
    }

    @Override
    public Instance<RowReader> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends RowReader> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends RowReader> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
        return readers.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return readers.size() > 1;
    }

    @Override
    public void destroy(RowReader reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Handle<RowReader> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<RowReader>> handles() {
        throw new UnsupportedOperationException();
    }
}
