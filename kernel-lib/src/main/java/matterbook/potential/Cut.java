package matterbook.potential;

/** What becomes of a potential at its cut-off. */
public enum Cut {
    /** It ends: u(r) below the cut-off, 0 beyond. */
    PLAIN,
    /** It is shifted by its value there, so that the energy is continuous. */
    SHIFTED,
    /** Force and energy are both 0 there. */
    FORCE_SHIFTED
}
