package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowChunksTest {

    private final OpenBatch batch = new OpenBatch("b1", "hr-drop", "people.csv");

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 1", "499, 1, 499", "500, 1, 500", "501, 2, 1", "1200, 3, 200"})
    void handsOnRowsByTheHundred(int rows, int chunks, int lastChunk) {
        List<List<Row>> all = all(new ListedRows(rows, null));

        assertThat(all).hasSize(chunks);
        assertThat(all.stream().mapToInt(List::size).sum()).isEqualTo(rows);
        assertThat(chunks == 0 ? 0 : all.get(chunks - 1).size()).isEqualTo(lastChunk);
        assertThat(batch.rowsRead()).isEqualTo(rows);
        assertThat(batch.failure()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "500", "502"})
    void keepsTheRowsBeforeAFaultAndNotesIt(int rows) {
        List<List<Row>> all = all(new ListedRows(rows, new IOException("the quote in line 7 never ends")));

        assertThat(all.stream().mapToInt(List::size).sum()).isEqualTo(rows);
        assertThat(batch.rowsRead()).isEqualTo(rows);
        assertThat(batch.failure()).isEqualTo("the quote in line 7 never ends");
    }

    @Test
    void notesAFaultThatHasNoMessage() {
        all(new ListedRows(3, new EOFException()));

        assertThat(batch.failure()).contains("EOFException");
    }

    @Test
    void endsForGoodWithAFault() {
        RowChunks chunks = new RowChunks(new ListedRows(0, new IOException("torn")), batch);

        assertThat(chunks).isExhausted();
        assertThat(chunks).isExhausted();
        assertThatThrownBy(chunks::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void readsNoFurtherThanAsked() {
        RowChunks chunks = new RowChunks(new ListedRows(1_200, null), batch);

        assertThat(chunks.hasNext()).isTrue();
        assertThat(chunks.hasNext()).isTrue();

        assertThat(batch.rowsRead()).isEqualTo(500);
    }

    @Test
    void closesTheRows() throws IOException {
        ListedRows rows = new ListedRows(1, null);

        new RowChunks(rows, batch).close();

        assertThat(rows.isClosed()).isTrue();
    }

    private List<List<Row>> all(Rows rows) {
        List<List<Row>> all = new ArrayList<>();
        new RowChunks(rows, batch).forEachRemaining(all::add);
        return all;
    }
}
