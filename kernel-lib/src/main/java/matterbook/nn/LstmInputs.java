package matterbook.nn;

import java.util.Arrays;

import matterbook.nn.blas.Blas;

/**
 * What the inputs of an {@link Lstm} add to its gates, x W + b, a row for each step of each sequence: the steps of a sequence
 * follow one another.
 */
sealed interface LstmInputs {
    /** How many rows. */
    int rows();

    /** Whether there is no input in this row. */
    boolean absent(int row);

    /** Whether derivatives are to be found. */
    boolean wanted();

    /** Writes x W + b to the gates; any finite numbers in rows without input. */
    void forward(float[] gates);

    /** Adds derivatives by x, W and b. */
    void back(float[] dGates);

    /** Rows of numbers, those of a sequence in one row of {@code x}. */
    record Numbers(Blas blas, Tensor x, Tensor w, Tensor bias, Tensor clean) implements LstmInputs {
        static Numbers of(Tape tape, Tensor x, Tensor w, Tensor bias) {
            Tensor clean = tape.output(x.rows, x.columns, false);
            Numbers numbers = new Numbers(tape.blas(), x, w, bias, clean);
            System.arraycopy(x.value, x.start, clean.value, 0, x.size());
            for (int i = 0; i < numbers.rows(); i++) {
                if (numbers.absent(i)) {
                    Arrays.fill(clean.value, i * w.rows, (i + 1) * w.rows, 0);
                }
            }
            return numbers;
        }

        @Override
        public int rows() {
            return x.size() / w.rows;
        }

        @Override
        public boolean absent(int row) {
            return Float.isNaN(x.value[x.start + row * w.rows]);
        }

        @Override
        public boolean wanted() {
            return x.gradient != null || w.gradient != null || bias.gradient != null;
        }

        @Override
        public void forward(float[] gates) {
            int n = w.columns;
            for (int i = 0; i < rows(); i++) {
                System.arraycopy(bias.value, bias.start, gates, i * n, n);
            }
            blas.multiply(false, false, rows(), n, w.rows, clean.value, 0, w.rows, w.value, w.start, n, 1, gates, 0, n);
        }

        @Override
        public void back(float[] dGates) {
            int n = w.columns;
            if (w.gradient != null) {
                blas.multiply(true, false, w.rows, n, rows(), clean.value, 0, w.rows, dGates, 0, n, 1, w.gradient,
                        w.start, n);
            }
            if (bias.gradient != null) {
                for (int i = 0; i < rows(); i++) {
                    Kernels.add(1, dGates, i * n, bias.gradient, bias.start, n);
                }
            }
            if (x.gradient != null) {
                blas.multiply(false, true, rows(), w.rows, n, dGates, 0, n, w.value, w.start, n, 1, x.gradient, x.start,
                        w.rows);
            }
        }
    }

    /**
     * Words: each adds one of a few rows, its vector times W plus b, which are made once for all steps. The tape takes the
     * derivatives on from there.
     */
    record Words(Embedding embedding, Tensor x, Tensor table) implements LstmInputs {
        static Words of(Tape tape, Embedding embedding, Tensor x, Tensor vectors, Tensor w, Tensor bias) {
            return new Words(embedding, x, tape.linear(vectors, w, bias));
        }

        @Override
        public int rows() {
            return x.size();
        }

        @Override
        public boolean absent(int row) {
            return Float.isNaN(x.value[x.start + row]);
        }

        @Override
        public boolean wanted() {
            return table.gradient != null;
        }

        @Override
        public void forward(float[] gates) {
            int n = table.columns;
            for (int i = 0; i < rows(); i++) {
                int word = embedding.word(x.value[x.start + i]);
                System.arraycopy(table.value, Math.max(0, word) * n, gates, i * n, n);
            }
        }

        @Override
        public void back(float[] dGates) {
            int n = table.columns;
            float[] dTable = table.gradient;
            for (int i = 0; dTable != null && i < rows(); i++) {
                int word = embedding.word(x.value[x.start + i]);
                if (word >= 0) {
                    Kernels.add(1, dGates, i * n, dTable, word * n, n);
                }
            }
        }
    }
}
