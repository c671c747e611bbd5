package matterbook.reproduce;

import java.util.Optional;

/** Keeps what long studies have finished, so that a run that was stopped goes on where it was. */
public interface Memory {
    /** What was kept under this key. */
    Optional<String> recall(String key);

    /**
     * Keeps a value.
     *
     * @param key names all that the value depends on; one line without tabs, as the value
     */
    void keep(String key, String value);

    /** Keeps nothing. */
    static Memory none() {
        return new Memory() {
            @Override
            public Optional<String> recall(String key) {
                return Optional.empty();
            }

            @Override
            public void keep(String key, String value) {
                // nothing is kept
            }
        };
    }
}
