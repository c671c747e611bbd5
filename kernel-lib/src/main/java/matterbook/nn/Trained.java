package matterbook.nn;

/** What training yields: the best model and what happened on the way. */
public record Trained(Model model, History history) {
    @Override
    public String toString() {
        return model + "\n" + history;
    }
}
