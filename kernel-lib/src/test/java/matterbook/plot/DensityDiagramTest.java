package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

import matterbook.adsorption.EnergySurface;
import matterbook.adsorption.Framework;
import matterbook.adsorption.Guest;
import matterbook.adsorption.GuestMonteCarlo;
import matterbook.core.Rng;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Crystal;
import matterbook.crystal.Element;
import matterbook.particles.UnitCell;
import org.junit.jupiter.api.Test;

class DensityDiagramTest {
    private static final Framework FRAMEWORK = Framework.of(new Crystal("one",
            UnitCell.of(10, 10, 5, 90, 90, 120), List.of(new AtomSite(Element.O, 0, 0, 0))));

    /** A guest that stays in the middle of the cell, in a column of 2 by 2 angstrom or so. */
    private record Column() implements EnergySurface {
        @Override
        public Framework framework() {
            return FRAMEWORK;
        }

        @Override
        public Guest guest() {
            return new Guest("dot", List.of(new Guest.Site("dot", 0, 1, 0, 0, 0)));
        }

        @Override
        public double kjPerMol(double[] sites) {
            double[] f = FRAMEWORK.cell().fractional(sites);
            boolean inside = Math.abs(UnitCell.fraction(f[0]) - 0.5) < 0.1
                    && Math.abs(UnitCell.fraction(f[1]) - 0.5) < 0.1;
            return inside ? 0 : Double.POSITIVE_INFINITY;
        }
    }

    @Test
    void guestsAndAtoms() {
        DensityDiagram diagram = Plot.density("A column", FRAMEWORK,
                GuestMonteCarlo.of(new Column(), 300).single(3000, Rng.seeded(1)).density());
        assertTrue(diagram.toString().startsWith("A column: density in 40 x 40 x 20 voxels of a cell of 10 x 10 x 5"
                + " angstrom, angles 90, 90, 120 seen along c on 15 angstrom, at most 0.3"), diagram.toString());
        assertEquals(diagram.toString(), Captions.of(diagram));
        BufferedImage image = new BufferedImage(diagram.getWidth(), diagram.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        diagram.paint(g, image.getWidth(), image.getHeight());
        g.dispose();
        int middleX = image.getWidth() / 2;
        int middleY = 44 + 412 / 2;
        Color middle = new Color(image.getRGB(middleX, middleY));
        assertTrue(middle.getGreen() > 150 && middle.getBlue() < 100, middle.toString());
        assertEquals(Color.WHITE.getRGB(), image.getRGB(middleX + 100, middleY));
        // the atom at the corner of the cell that lies above and to the right of its middle
        int atom = (int) Math.round(412 / 15.0 * 10 * Math.sqrt(3) / 4);
        int across = (int) Math.round(412 / 15.0 * 2.5);
        assertEquals(Palette.series(1).getRGB(), image.getRGB(middleX + across, middleY - atom));
    }
}
