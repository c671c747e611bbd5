package matterbook.regression;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import matterbook.core.UserError;
import matterbook.nn.LearningFile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What one of the kit's regressors has learned, with the scaling that belongs to it. It does not change; threads may share
 * it.
 */
public final class FittedModel implements Fitted {
    private final String made;
    private final List<String> inputs;
    private final String target;
    private final Scaler inputScaler;
    private final Scaler targetScaler;
    private final Rule rule;

    FittedModel(String made, List<String> inputs, String target, Scaler inputScaler, Scaler targetScaler, Rule rule) {
        this.made = made;
        this.inputs = List.copyOf(inputs);
        this.target = target;
        this.inputScaler = inputScaler;
        this.targetScaler = targetScaler;
        this.rule = rule;
    }

    /** The names of the inputs, in the order of a row. */
    public List<String> inputs() {
        return inputs;
    }

    /** The name of what is predicted. */
    public String target() {
        return target;
    }

    /** How inputs are scaled before anything else happens to them. */
    public Scaler inputScaler() {
        return inputScaler;
    }

    Scaler targetScaler() {
        return targetScaler;
    }

    Rule rule() {
        return rule;
    }

    String made() {
        return made;
    }

    /**
     * The prediction for each row, in the unit of the target.
     *
     * @throws UserError if a row has another number of inputs than those learned from, or a number that is not finite
     */
    @Override
    public double[] predict(double[][] x) {
        return targetScaler.undoOnColumn(rule.predict(inputScaler.apply(Rows.checked(x, inputs))));
    }

    /**
     * A copy of the table with a last column more, named for the target and "predicted". Inputs are found by their names.
     *
     * @throws UserError if an input is missing, holds no numbers or has gaps
     */
    public Table predict(Table table) {
        double[] predicted = predict(Tables.rows(table, inputs));
        String name = target + " predicted";
        if (table.columnNames().contains(name)) {
            throw new UserError("the table has a column \"" + name + "\" already; rename or remove it");
        }
        return table.copy().addColumns(DoubleColumn.create(name, predicted));
    }

    /** Writes it to a temporary file, which then takes the place of {@code file}; see {@link RegressorFile}. */
    public void save(Path file) throws IOException {
        RegressorFile.save(this, file);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws UserError if the file is no fitted regressor, of another version, cut short or damaged
     */
    public static FittedModel load(Path file) throws IOException {
        return RegressorFile.load(file);
    }

    /** Writes it into a file that holds more; {@link #read} reads it there. */
    public void write(LearningFile.Writer out) throws IOException {
        RegressorFile.write(this, out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param file to be named in messages
     * @throws UserError if its rule is none of this version
     */
    public static FittedModel read(Path file, LearningFile.Reader in) throws IOException {
        return RegressorFile.read(file, in);
    }

    /** One line: {@code Knn[...] fitted to predict density from radius, mass: 96 rows}. */
    @Override
    public String toString() {
        int shown = 6;
        return made + " fitted to predict " + target + " from "
                + (inputs.size() <= shown ? String.join(", ", inputs) : inputs.size() + " inputs") + ": " + rule;
    }
}
