// %% [markdown] id=question
// # Energies in a pore
//
// A metal-organic framework is a sponge with holes of the size of molecules, all alike. In Mg-MOF-74 the walls of these
// holes carry magnesium atoms with a free place: CO₂ likes it there, and so do others. How much it likes each place is one
// number, the energy of a molecule at that place. All that the next lessons do (how much gas is taken up, how warm that
// makes it, what a network can learn of it) is built from this number. So let us get it right.
//
// Three things easily go wrong: atoms are forgotten, charges are added up in a way that has no limit, and columns of a
// table are mixed up. Lengths are in angstrom, energies in K (divided by $k_B$) or in
// kJ/mol, charges in elementary charges.
//
// You need: potentials and their cut-offs (lesson 07), images of a periodic box (lesson 08).

// %% [markdown] id=crystal-text
// ## 1 A crystal from nine atoms
//
// A CIF file holds a cell, a few atoms and the operations that make all others of them. An operation such as
// `-y+1/3,x-y,z+2/3` is a recipe for fractional coordinates, those that count in edges of the cell.

// %% id=framework
var framework = Framework.mgMof74();
display(framework);
UnitCell cell = framework.cell();
var mgSite = framework.crystal().sites().getFirst();
mgSite

// %% [markdown] id=by-hand-text
// Here is symmetry by hand, for the magnesium atom and six of the operations. The other twelve are the same six, shifted by
// (2/3, 1/3, 1/3) and by (1/3, 2/3, 2/3).

// %% id=by-hand
String[] six = {"x,y,z", "-y,x-y,z", "-x+y,-x,z",
    "-x,-y,-z", "y,-x+y,-z", "x-y,x,-z"};
double[] f = {0.379628, 0.352249, 0.635117};
for (String text : six) {
    double[] to = SymmetryOperation.parse(text).apply(f);
    display(String.format("%-10s %.4f %.4f %.4f", text, to[0], to[1], to[2]));
}

// %% [markdown] id=density-question
// All six are different, so one atom becomes 18. **Before you run the next cell:** the file lists nine atoms. How many does
// the cell have, and is the crystal heavier than water?

// %% id=density
display(framework.size() + " atoms: " + framework.crystal().formula());
double kg = framework.crystal().mass() * 1.66053906660e-27;
double cubicMetres = cell.volume() * 1e-30;
display(String.format("%.2f kg/m³ by hand, %.2f by the kit",
    kg / cubicMetres, framework.density()));

// %% [markdown] id=picture-text
// 162 atoms, and lighter than water: most of the cell is empty. Seen along the edge c, the holes are channels:

// %% id=picture
var seen = figure("Mg-MOF-74 along c").axes("x / Å", "y / Å");
for (String type : List.of("C", "O", "Mg")) {
    var drawn = framework.crystal().times(2, 2, 1).sites().stream()
        .filter(site -> site.element().name().equals(type))
        .map(site -> cell.times(2, 2, 1).cartesian(site.fractional()))
        .toList();
    seen.points(type, drawn.stream().mapToDouble(r -> r[0]).toArray(),
        drawn.stream().mapToDouble(r -> r[1]).toArray());
}
seen

// %% [markdown] id=widths-text
// ## 2 Who is within 12.8 angstrom?
//
// Van der Waals forces are cut at 12.8 Å, as in the work that fitted them. Programs with one image per atom need a cell at
// least twice as wide. **Before you run the next cell:** edges a and b are 26.1 Å long, more than 25.6. Is the cell wide
// enough along them?

// %% id=widths
for (int k = 0; k < 3; k++) {
    int copies = (int) Math.ceil(2 * 12.8 / cell.width(k));
    display(String.format("edge %s: %.2f Å long, cell %.2f Å wide: %d copies",
        "abc".charAt(k), cell.length(k), cell.width(k), copies));
}

// %% [markdown] id=widths-answer
// The edges enclose 120 degrees, and what counts is the distance between *faces*, $w_k = V / |\mathbf a_i \times \mathbf
// a_j|$. It is 22.6 Å. So take 2 × 2 × 4 cells, 2592 atoms, or, as the kit does, count every image of 162 atoms. Who takes
// only the nearest image of each atom misses something. Of what an oxygen atom of CO₂ near a magnesium atom feels, that is:

// %% id=nearest
var lin = ForceField.lin();
double[] oxygen = {-3.995388, -2.227703, 4.672175};
double all = 0, nearest = 0;
int most = 0;
for (int j = 0; j < framework.size(); j++) {
    double[] r = cell.cartesian(framework.crystal().sites().get(j).fractional());
    double[] d = {oxygen[0] - r[0], oxygen[1] - r[1], oxygen[2] - r[2]};
    var pair = lin.pair(framework.crystal().sites().get(j),
        framework.types().get(framework.type(j)), "O_co2").orElseThrow();
    double[] images = cell.distancesWithin(12.8, d);
    most = max(most, images.length);
    for (double image : images) all += pair.energy(image);
    double[] n = cell.nearest(d);
    nearest += pair.energy(sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]));
}
display(String.format("all images %.1f K, nearest alone %.1f K", all, nearest));
display("one atom is within 12.8 Å up to " + most + " times");

// %% [markdown] id=salt-question
// ## 3 Charges: a sum without a limit
//
// Charges reach farther: $q_i q_j / r$. Practise on rock salt first, ions of charge ±1 at distance 1, the sign changing from
// neighbour to neighbour. The potential at a positive ion is $\phi = \sum (\pm 1) / r$ over all others, and $M = -\phi$ is
// Madelung's constant. Add up all ions within a sphere and let it grow. **Before you run the next cell:** the terms fall
// like $1/r$. Towards which number do the sums settle?

// %% id=spheres
double[] bySquare = new double[901];
for (int i = -30; i <= 30; i++)
    for (int j = -30; j <= 30; j++)
        for (int k = -30; k <= 30; k++) {
            int square = i * i + j * j + k * k;
            if (square > 0 && square <= 900)
                bySquare[square] -= ((i + j + k) % 2 == 0 ? 1 : -1) / sqrt(square);
        }
double[] radius = IntStream.rangeClosed(1, 900).mapToDouble(Math::sqrt).toArray();
double[] inSphere = new double[900];
for (int s = 0; s < 900; s++)
    inSphere[s] = (s == 0 ? 0 : inSphere[s - 1]) + bySquare[s + 1];
figure("Rock salt, added up in spheres").axes("radius / distance of neighbours", "M")
    .line("sum within the sphere", radius, inSphere)
    .curve("1.747565", R -> 1.747565, 0, 30)

// %% [markdown] id=salt-answer
// Towards none. A sphere has more ions of one sign than of the other in its outer shell; their number grows like the radius and they
// sit at that distance, so the swing never dies away. In whole cubes the same terms do settle: this sum depends on the order in
// which one adds. P. P. Ewald (1921) saw a way out: split each term,
//
// $$\frac1r = \frac{\operatorname{erfc}(\alpha r)}{r} + \frac{\operatorname{erf}(\alpha r)}{r}.$$
//
// The first part ends soon. The second is smooth everywhere, so it is a sum over a few *waves* that fit into the cell:
//
// $$\phi = \sum_{j \ne 0} q_j \frac{\operatorname{erfc}(\alpha r_j)}{r_j} + \frac{4 \pi}{V} \sum_{\mathbf k \ne 0}
// \frac{e^{-k^2 / 4 \alpha^2}}{k^2} \sum_j q_j \cos(\mathbf k \cdot \mathbf r_j) - \frac{2 \alpha}{\sqrt \pi} q_0.$$
//
// The last term takes away what the ion's own smooth part adds at its own place, $\operatorname{erf}(\alpha r) / r \to 2
// \alpha / \sqrt \pi$. The wave $k = 0$ would be the total charge, and that is 0. Three short cells; the cell has the side 2
// and eight ions.

// %% id=erfc role=setup
import static org.hipparchus.special.Erf.erfc;

// %% id=in-space
double inSpace(double alpha) {
    double sum = 0;
    for (int i = -6; i <= 6; i++)
        for (int j = -6; j <= 6; j++)
            for (int k = -6; k <= 6; k++) {
                double r = sqrt(i * i + j * j + k * k);
                double q = (i + j + k) % 2 == 0 ? 1 : -1;
                if (r > 0) sum += q * erfc(alpha * r) / r;
            }
    return sum;
}

// %% id=in-waves
double inWaves(double alpha) {
    double sum = 0;
    for (int h = -9; h <= 9; h++)
        for (int k = -9; k <= 9; k++)
            for (int l = -9; l <= 9; l++) {
                double square = PI * PI * (h * h + k * k + l * l), ions = 0;
                for (int n = 0; n < 8; n++) {
                    int x = n & 1, y = n >> 1 & 1, z = n >> 2;
                    ions += ((x + y + z) % 2 == 0 ? 1 : -1)
                        * cos(PI * (h * x + k * y + l * z));
                }
                if (square > 0) sum += exp(-square / (4 * alpha * alpha)) / square * ions;
            }
    return 4 * PI / 8 * sum;
}

// %% id=madelung
for (double alpha : new double[]{1, 1.5, 2}) {
    double space = inSpace(alpha), waves = inWaves(alpha), self = 2 * alpha / sqrt(PI);
    display(String.format("alpha %.1f: M = -(%.6f + %.6f - %.6f) = %.8f",
        alpha, space, waves, self, self - space - waves));
}

// %% [markdown] id=madelung-answer
// Three quite different splits, one constant: 1.74756459. That the result does not depend on α is the best test of a program
// of this kind. The kit's `Ewald` takes any cell and any charges:

// %% id=kit-ewald
double[][] salt = new double[3][8];
double[] ions = new double[8];
for (int n = 0; n < 8; n++) {
    salt[0][n] = n & 1;
    salt[1][n] = n >> 1 & 1;
    salt[2][n] = n >> 2;
    ions[n] = Integer.bitCount(n) % 2 == 0 ? 1 : -1;
}
Ewald.of(UnitCell.cube(2), 1e-14).energy(salt, ions) / -4

// %% [markdown] id=pore-charges-text
// Now in the framework. The potential on the way from a magnesium atom to the middle of the pore, by Ewald and by adding up
// spheres of 12.8 Å. **Before you run it:** far from all atoms, will the two agree?

// %% id=site
double[] metal = {7.742591, -0.427779, 4.829381};
double[] out = {-0.914552, -0.164740, -0.369399};
double[] from(double[] r, double[] u, double d) {
    return new double[]{r[0] + d * u[0], r[1] + d * u[1], r[2] + d * u[2]};
}

// %% id=pore-charges
var ewald = Ewald.of(cell, 1e-6, 12.8);
double[][] atoms = framework.crystal().positions();
double[] charges = framework.crystal().charges();
double inSphere(double[] r) {
    double sum = 0;
    for (int j = 0; j < charges.length; j++)
        for (double d : cell.distancesWithin(12.8, r[0] - atoms[0][j],
                r[1] - atoms[1][j], r[2] - atoms[2][j])) sum += charges[j] / d;
    return sum;
}
double[] along = IntStream.range(0, 33).mapToDouble(n -> 1.5 + 0.2 * n).toArray();
double volts = 14.39964548;   // e / (4 pi eps0 · 1 Å)
double[] phi = new double[33], cutPhi = new double[33];
for (int n = 0; n < 33; n++) {
    double[] r = from(metal, out, along[n]);
    phi[n] = volts * ewald.potential(atoms, charges, r[0], r[1], r[2]);
    cutPhi[n] = volts * inSphere(r);
}
figure("From magnesium into the pore").axes("distance from Mg / Å", "potential / V")
    .line("Ewald", along, phi).line("sphere of 12.8 Å", along, cutPhi)

// %% [markdown] id=pore-charges-answer
// Not at all. The sphere is wrong by several volts, and one volt is 63 kJ/mol for the carbon of CO₂, which has a charge of
// 0.65: more than all that binds the molecule. The framework is neutral, a sphere cut out of it is not. By Ewald the pore is calm, and only
// next to the metal is there a potential that a negative end of a molecule seeks.

// %% [markdown] id=force-text
// ## 4 Force fields, and a table with a trap
//
// The rest is van der Waals. R. Mercado and others (2016) fitted pairs of CO₂ and framework to quantum chemistry, in the form of
// Buckingham, $u = A e^{-B r} - C / r^6$, cut at 12.8 Å and shifted to be 0 there. Their table gives magnesium and oxygen of
// CO₂ as
//
// `408795   24732000   3.965`
//
// **Before you run the next cell:** which is $A$, which $B$ and which $C$?

// %% id=trap
Map<String, Buckingham> readings = new java.util.LinkedHashMap<>();
readings.put("A B C", new Buckingham(408795, 24732000, 3.965));
readings.put("A C B", new Buckingham(408795, 3.965, 24732000));
readings.put("C A B", new Buckingham(24732000, 3.965, 408795));
readings.forEach((columns, u) -> display(String.format(
    "%s: u(2.3 Å) = %11.1f K, u(3 Å) = %9.1f K", columns, u.energy(2.3), u.energy(3))));

// %% [markdown] id=trap-answer
// Read as A, B, C nothing repels and molecules walk through walls. As A, C, B everything attracts, by more than a
// chemical bond. Both run without complaint: no program knows what a column means. Only the last is matter; **plot every
// potential that you type in**.

// %% id=pairs
var mgO = lin.pair(mgSite, "Mg", "O_co2").orElseThrow();
var mgC = lin.pair(mgSite, "Mg", "C_co2").orElseThrow();
var uffO = ForceField.uff().pair(mgSite, "Mg", "O_co2").orElseThrow();
figure("Magnesium and CO₂").axes("r / Å", "u / K").rangeY(-1000, 1500)
    .curve("Mg-O, fitted", r -> mgO.energy(r), 1.9, 6)
    .curve("Mg-C, fitted", r -> mgC.energy(r), 2.5, 6)
    .curve("Mg-O, UFF", r -> uffO.energy(r), 2.4, 6)

// %% [markdown] id=wall-text
// The fitted well is deep and near: that is the free place of the metal. A general force field (UFF) knows nothing of it. Two more
// details. First, $-C / r^6$ wins again at very short distances, and the energy falls to minus infinity; so there is a
// **wall**, and two atoms nearer than 1 Å overlap. Second, some pairs of water are not in the table; they **fall back** on
// the rule of Lorentz and Berthelot, $\varepsilon = \sqrt{\varepsilon_1 \varepsilon_2}$, $\sigma = (\sigma_1 + \sigma_2) / 2$:

// %% id=wall
display(String.format("Mg-O at 0.5 Å without the wall: %.0f K",
    readings.get("C A B").energy(0.5)));
var fallBack = new LennardJones(sqrt(55.8574 * 22.1417), (2.69141 + 2.57113) / 2);
var mgHw = lin.pair(mgSite, "Mg", "Hw").orElseThrow();
display(String.format("Mg and H of water at 3 Å: %.4f K by hand, %.4f K by the kit",
    fallBack.energy(3) - fallBack.energy(12.8), mgHw.energy(3)));

// %% [markdown] id=points-text
// ## 5 One molecule, three places
//
// All together: van der Waals over all images, charges by Ewald. `PlainHostGuest` is written to be read, like this page;
// `TabulatedHostGuest` has tables and lists, gives the same and is much faster. For these places RASPA2, another program,
// has the energies -42.178, -18.018 and 129.611 kJ/mol. **Before you run the next cell:** the first place is the best that we
// know of. Who holds the molecule there, van der Waals or the charges?

// %% id=points
var co2 = lin.guest("CO2");
var fast = new TabulatedHostGuest(framework, lin, co2);
double[][] places = {
    {-3.995388, -2.227703, 4.672175, -3.576807, -3.270543, 4.384298, -3.158225, -4.313384, 4.09642},
    {-2.35284, -3.5336, 3.722783, -1.217183, -3.769142, 3.74286, -0.081526, -4.004685, 3.762937},
    {-1.89849, 9.85642, 3.826239, -2.125492, 10.901878, 4.274666, -2.352495, 11.947336, 4.723093}};
for (double[] place : places) {
    GuestEnergy e = fast.energy(place);
    display(String.format("van der Waals %8.1f K, charges %8.1f K: %.3f kJ/mol",
        e.vanDerWaals(), e.coulomb(), e.kjPerMol()));
}

// %% id=plain
var plain = new PlainHostGuest(framework, lin, co2);
var exact = new PlainHostGuest(framework, lin, co2, Ewald.of(cell, 1e-10, 12.8));
for (double[] place : places)
    display(String.format("readable form %.3f kJ/mol, with more waves %.3f",
        plain.energy(place).kjPerMol(), exact.energy(place).kjPerMol()));

// %% [markdown] id=plain-answer
// Both hold it, van der Waals a little more. The two programs differ by 0.004 kJ/mol at the second place and by 0.04, 3 parts in
// ten thousand, on the steep wall; and more waves change nothing, so the sum of the charges is long enough.

// %% [markdown] id=line-text
// ## 6 Down to the metal
//
// A magnesium atom has five oxygen neighbours: four around it and one behind. The place opposite to the one behind is free
// and looks into the pore, along `out` above. Let three molecules come down that line, upright: CO₂ with an O first, water with its O first, CO with its C first. CO has no fitted
// parameters; its model is a classical one, not made for open metals. **Before you run the next cells:** who comes
// nearest, and who gains most?

// %% id=upright
/** The sites of a guest upright on a line: its first site at this distance. */
double[] upright(Guest guest, double distance) {
    double norm = sqrt(out[0] * out[0] + out[1] * out[1]);
    double[] side = {-out[1] / norm, out[0] / norm, 0};
    double[] sites = new double[3 * guest.size()];
    for (int s = 0; s < guest.size(); s++) {
        var site = guest.sites().get(s);
        double rise = abs(site.z() - guest.sites().getFirst().z());
        double[] r = from(from(metal, out, distance + rise), side, site.x());
        System.arraycopy(r, 0, sites, 3 * s, 3);
    }
    return sites;
}

// %% id=line
double[] height = IntStream.range(0, 121).mapToDouble(n -> 1.9 + 0.05 * n).toArray();
var down = figure("Coming down to magnesium").rangeY(-70, 40)
    .axes("distance of the first atom from Mg / Å", "energy / kJ/mol");
for (String name : List.of("CO2", "H2O", "CO")) {
    var energy = new TabulatedHostGuest(framework, lin, lin.guest(name));
    double[] u = Arrays.stream(height).map(d ->
        energy.kjPerMol(upright(energy.guest(), d))).toArray();
    int best = IntStream.range(0, 121).reduce((a, b) -> u[b] < u[a] ? b : a).getAsInt();
    display(String.format("%s: %.1f kJ/mol at %.2f Å", name, u[best], height[best]));
    down.line(name, height, u);
}
down

// %% [markdown] id=line-answer
// Water by far, and it comes nearest: its negative end has a charge of -1.05, that of CO₂ -0.33. CO stays away. Its charges are small,
// and its pair with magnesium is a fall-back: a model that does not know the free place does not find it. Upright is
// not the best for CO₂ either: the first place of section 5 has -42 kJ/mol, because there the molecule leans over to the
// wall and has more neighbours.
//
// ## 7 A map
//
// Now a plane, $z = 4.83$ Å, through the magnesium atom. At each point the middle of a CO₂ molecule sits, turned in 16
// random ways, and the best of them counts. White is where none of them is below 20 kJ/mol. **Before you run it:** where are the dark
// spots, how many around a pore, and what is in its middle?

// %% id=map
List<Pose> turns = new ArrayList<>();
Rng rng = Rng.seeded(14);
for (int n = 0; n < 16; n++) turns.add(Pose.turnedAnyhow(0, 0, 0, rng));
double best(double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (Pose t : turns) {
        var pose = new Pose(x, y, 4.83, t.w(), t.i(), t.j(), t.k());
        least = min(least, fast.energy(pose).kjPerMol());
    }
    return least < 20 ? least : Double.NaN;
}
double[][] map = new double[96][96];
List<String> marks = new ArrayList<>();
for (int n = 0; n < 96; n++) marks.add(String.valueOf(-12 + 0.25 * n));
for (int i = 0; i < 96; i++)
    for (int j = 0; j < 96; j++) map[i][j] = best(-12 + 0.25 * j, 11.75 - 0.25 * i);
display(String.format("middle of the pore: %.1f kJ/mol", map[47][48]));

// %% id=map-picture
heatMap("CO₂ at z = 4.83 Å, energy / kJ/mol", marks.reversed(), marks, map)
    .axes("x / Å", "y / Å")

// %% [markdown] id=map-answer
// Dark is the wall, and darkest are its corners, where the magnesium atoms are: three stand at this height, the other three
// of each pore lie below and above. In the middle there is still an attraction from all sides, but a weak one.
// Crystals have exact symmetry and this map has not quite: a third of a turn about the pore's axis should leave it as it is. What
// differs comes from the sixteen turns, which are not the same seen from elsewhere. More of them would mend it.

// %% [markdown] id=learned
// ## What we learned
//
// - Nine atoms and 18 operations are 162 atoms; the density is a check that none is missing.
// - A cut-off asks for widths between faces, not for edges, and for all images, not for the nearest.
// - A sum of charges depends on its order. Ewald's does not, and its α must not matter.
// - A column has no meaning for a program. Plot every potential.
// - An energy is worth something when a second program gives the same.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Seven ways to get an energy right
//
// `UnitCell`, `SymmetryOperation` and `LennardJones` of the kit are there for you, and so is `erfc`.

// %% [markdown] id=orbit-task
// ### 1 All images of one atom (2 points)
//
// Write `images(f, operations)`: the different places, fractional coordinates in [0, 1), that these operations make of the
// place `f`. Two places are one if each coordinate differs by less than $10^{-4}$ *from a whole number*: an atom at 0.99999
// is an atom at 0.

// %% id=orbit role=answer
List<double[]> images(double[] f, List<SymmetryOperation> operations) {
    // BEGIN SOLUTION
    List<double[]> found = new ArrayList<>();
    for (var operation : operations) {
        double[] place = operation.apply(f);
        boolean isNew = true;
        for (double[] other : found) {
            boolean same = true;
            for (int k = 0; k < 3; k++) {
                double d = place[k] - other[k];
                same &= abs(d - Math.rint(d)) < 1e-4;
            }
            isNew &= !same;
        }
        if (isNew) found.add(place);
    }
    return found;
    // END SOLUTION
}

// %% [markdown] id=orbit-hint role=hint of=orbit
// `operation.apply(f)` wraps already. What is the distance between 0.99999 and 0.00001 on a ring of length 1?

// %% [markdown] id=orbit-hint-2 role=hint of=orbit
// Of a difference `d`, `d - Math.rint(d)` is what is left beside the nearest whole number.

// %% id=orbit-test role=test of=orbit points=2
var inversion = List.of(SymmetryOperation.parse("x,y,z"), SymmetryOperation.parse("-x,-y,-z"));
checkEqual(images(new double[]{0.1, 0.2, 0.3}, inversion).size(), 2, "images of a place of its own");
checkEqual(images(new double[]{0.5, 0, 0.5}, inversion).size(), 1, "images of a place on the centre");
checkEqual(images(new double[]{0.00002, 0, 0}, inversion).size(), 1,
    "images of a place beside the centre", "0.00002 and 0.99998 are 0.00004 apart");
checkNear(images(new double[]{0.1, 0.2, 0.3}, inversion).get(1), new double[]{0.9, 0.8, 0.7}, 1e-12, "its image");
// BEGIN HIDDEN TESTS
var three = List.of(SymmetryOperation.parse("x,y,z"), SymmetryOperation.parse("-y,x-y,z"),
    SymmetryOperation.parse("-x+y,-x,z"));
checkEqual(images(new double[]{1.0 / 3, 2.0 / 3, 0.2}, three).size(), 1, "images on a threefold axis");
checkEqual(images(new double[]{0.3, 0.3, 0.2}, three).size(), 3, "images beside a threefold axis");
// END HIDDEN TESTS

// %% id=orbit-wrong-all role=wrong of=orbit
List<double[]> images(double[] f, List<SymmetryOperation> operations) {
    List<double[]> found = new ArrayList<>();
    for (var operation : operations) found.add(operation.apply(f));
    return found;
}

// %% id=orbit-wrong-edge role=wrong of=orbit
List<double[]> images(double[] f, List<SymmetryOperation> operations) {
    List<double[]> found = new ArrayList<>();
    for (var operation : operations) {
        double[] place = operation.apply(f);
        if (found.stream().noneMatch(o -> abs(o[0] - place[0]) < 1e-4 && abs(o[1] - place[1]) < 1e-4
                && abs(o[2] - place[2]) < 1e-4)) found.add(place);
    }
    return found;
}

// %% id=orbit-wrong-one role=wrong of=orbit
List<double[]> images(double[] f, List<SymmetryOperation> operations) {
    List<double[]> found = new ArrayList<>();
    for (var operation : operations) {
        double[] place = operation.apply(f);
        if (found.stream().noneMatch(o -> abs(o[2] - place[2] - Math.rint(o[2] - place[2])) < 1e-4)) found.add(place);
    }
    return found;
}

// %% [markdown] id=copies-task
// ### 2 How many cells? (2 points)
//
// Write `copies(edges, cutoff)`: how many cells along each of the three edges (rows of `edges`) a program needs that takes one
// image of each atom. The cell's width along each edge, times the copies, has to be at least twice the cut-off. The width
// is the volume over the area of the face that the *other* two edges span.

// %% id=copies role=answer
int[] copies(double[][] edges, double cutoff) {
    // BEGIN SOLUTION
    int[] copies = new int[3];
    for (int k = 0; k < 3; k++) {
        double[] u = edges[(k + 1) % 3], v = edges[(k + 2) % 3];
        double[] face = {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
        double volume = edges[k][0] * face[0] + edges[k][1] * face[1] + edges[k][2] * face[2];
        double area = sqrt(face[0] * face[0] + face[1] * face[1] + face[2] * face[2]);
        copies[k] = (int) Math.ceil(2 * cutoff / (abs(volume) / area));
    }
    return copies;
    // END SOLUTION
}

// %% [markdown] id=copies-hint role=hint of=copies
// How high is a box that leans to the side? As high as its volume says, if you know its floor.

// %% [markdown] id=copies-hint-2 role=hint of=copies
// With $\mathbf n = \mathbf u \times \mathbf v$ of the other two edges the width is $|\mathbf a \cdot \mathbf n| / |\mathbf
// n|$. Round up. `UnitCell.ofEdges(...)` has a `width(k)` too.

// %% id=copies-test role=test of=copies points=2
checkEqual(Arrays.toString(copies(new double[][]{{10, 0, 0}, {0, 25, 0}, {0, 0, 30}}, 12)), "[3, 1, 1]",
    "copies of a brick of 10 x 25 x 30 at 12");
checkEqual(Arrays.toString(copies(new double[][]{{26.1136, 0, 0}, {-13.0568, 22.61504, 0}, {0, 0, 6.91674}}, 12.8)),
    "[2, 2, 4]", "copies of Mg-MOF-74 at 12.8");
// BEGIN HIDDEN TESTS
checkEqual(Arrays.toString(copies(new double[][]{{10, 0, 0}, {0, 10, 0}, {8, 0, 6}}, 5.5)), "[2, 2, 2]",
    "copies of a leaning cell");
checkEqual(Arrays.toString(copies(new double[][]{{10, 0, 0}, {0, 10, 0}, {8, 0, 6}}, 2.9)), "[1, 1, 1]",
    "copies of a leaning cell at 2.9");
// END HIDDEN TESTS

// %% id=copies-wrong-lengths role=wrong of=copies
int[] copies(double[][] edges, double cutoff) {
    return Arrays.stream(edges).mapToInt(e -> (int) Math.ceil(2 * cutoff
        / sqrt(e[0] * e[0] + e[1] * e[1] + e[2] * e[2]))).toArray();
}

// %% id=copies-wrong-radius role=wrong of=copies
int[] copies(double[][] edges, double cutoff) {
    UnitCell c = UnitCell.ofEdges(edges[0], edges[1], edges[2]);
    return IntStream.range(0, 3).map(k -> (int) Math.ceil(cutoff / c.width(k))).toArray();
}

// %% id=copies-wrong-down role=wrong of=copies
int[] copies(double[][] edges, double cutoff) {
    UnitCell c = UnitCell.ofEdges(edges[0], edges[1], edges[2]);
    return IntStream.range(0, 3).map(k -> max(1, (int) (2 * cutoff / c.width(k)))).toArray();
}

// %% [markdown] id=ewald-task
// ### 3 Your own Ewald sum (3 points)
//
// The lecture's three parts knew rock salt alone. Write `potential(r, q, i, alpha)`: the potential at charge `i` of any
// charges `q` at the places `r[j]` (three coordinates each) in a cube of side 1, and of all their images. Images up to
// 3 cells away and waves with $h, k, l$ from -6 to 6 are enough here; $\mathbf k = 2 \pi (h, k, l)$.

// %% id=ewald role=answer
double potential(double[][] r, double[] q, int i, double alpha) {
    // BEGIN SOLUTION
    double sum = -2 * alpha / sqrt(PI) * q[i];
    for (int j = 0; j < q.length; j++) {
        double dx = r[j][0] - r[i][0], dy = r[j][1] - r[i][1], dz = r[j][2] - r[i][2];
        for (int h = -6; h <= 6; h++)
            for (int k = -6; k <= 6; k++)
                for (int l = -6; l <= 6; l++) {
                    double d = sqrt((dx + h) * (dx + h) + (dy + k) * (dy + k) + (dz + l) * (dz + l));
                    if (d > 1e-9 && max(abs(h), max(abs(k), abs(l))) <= 3) sum += q[j] * erfc(alpha * d) / d;
                    double square = 4 * PI * PI * (h * h + k * k + l * l);
                    if (square > 0) sum += 4 * PI * q[j] * exp(-square / (4 * alpha * alpha)) / square
                        * cos(2 * PI * (h * dx + k * dy + l * dz));
                }
    }
    return sum;
    // END SOLUTION
}

// %% [markdown] id=ewald-hint role=hint of=ewald
// Three sums: over images, over waves, and one term for the charge itself. Of charge `i` the image in its own place is left
// out of the first sum, and of the first alone.

// %% [markdown] id=ewald-hint-2 role=hint of=ewald
// What does not depend on $\alpha$ at the end? If yours does, a part is missing or has a wrong factor. The volume is 1 here,
// and $\mathbf k \cdot (\mathbf r_j - \mathbf r_i) = 2 \pi (h \Delta x + k \Delta y + l \Delta z)$.

// %% [markdown] id=ewald-hint-3 role=hint of=ewald
// Start with `sum = -2 * alpha / sqrt(PI) * q[i]`. For each `j` add `q[j] * erfc(alpha * d) / d` for 7³ images and `4 * PI *
// q[j] * exp(-k2 / (4 * alpha * alpha)) / k2 * cos(...)` for the waves.

// %% id=ewald-test role=test of=ewald points=3
double[][] cesium = {{0, 0, 0}, {0.5, 0.5, 0.5}};
double[] plusMinus = {1, -1};
for (double alpha : new double[]{2, 3})
    checkNear(-potential(cesium, plusMinus, 0, alpha) * sqrt(3) / 2, 1.76267477, 1e-7,
        "Madelung's constant of cesium chloride, alpha = " + alpha, "which of the three parts is missing?");
checkNear(potential(cesium, new double[]{2, -2}, 1, 2.5), 2 * 1.76267477 / (sqrt(3) / 2), 1e-6,
    "the potential at the second charge, -2");
// BEGIN HIDDEN TESTS
double[][] rock = new double[8][];
double[] signs = new double[8];
for (int n = 0; n < 8; n++) {
    rock[n] = new double[]{(n & 1) / 2.0, (n >> 1 & 1) / 2.0, (n >> 2) / 2.0};
    signs[n] = Integer.bitCount(n) % 2 == 0 ? 1 : -1;
}
for (double alpha : new double[]{2, 3.5})
    checkNear(-potential(rock, signs, 7, alpha) * -0.5, 1.74756459, 1e-7, "rock salt, alpha = " + alpha);
double[][] odd = {{0.1, 0.2, 0.3}, {0.7, 0.25, 0.9}, {0.4, 0.8, 0.5}};
double[] oddCharges = {1, 0.5, -1.5};
checkNear(potential(odd, oddCharges, 2, 2), potential(odd, oddCharges, 2, 3), 1e-7, "three charges, alpha 2 and 3");
// END HIDDEN TESTS

// %% id=ewald-wrong-no-self role=wrong of=ewald
double potential(double[][] r, double[] q, int i, double alpha) {
    double sum = 0;
    for (int j = 0; j < q.length; j++) {
        double dx = r[j][0] - r[i][0], dy = r[j][1] - r[i][1], dz = r[j][2] - r[i][2];
        for (int h = -6; h <= 6; h++)
            for (int k = -6; k <= 6; k++)
                for (int l = -6; l <= 6; l++) {
                    double d = sqrt((dx + h) * (dx + h) + (dy + k) * (dy + k) + (dz + l) * (dz + l));
                    if (d > 1e-9) sum += q[j] * erfc(alpha * d) / d;
                    double square = 4 * PI * PI * (h * h + k * k + l * l);
                    if (square > 0) sum += 4 * PI * q[j] * exp(-square / (4 * alpha * alpha)) / square
                        * cos(2 * PI * (h * dx + k * dy + l * dz));
                }
    }
    return sum;
}

// %% id=ewald-wrong-space role=wrong of=ewald
double potential(double[][] r, double[] q, int i, double alpha) {
    double sum = 0;
    for (int j = 0; j < q.length; j++)
        for (int h = -6; h <= 6; h++)
            for (int k = -6; k <= 6; k++)
                for (int l = -6; l <= 6; l++) {
                    double dx = r[j][0] - r[i][0] + h, dy = r[j][1] - r[i][1] + k, dz = r[j][2] - r[i][2] + l;
                    double d = sqrt(dx * dx + dy * dy + dz * dz);
                    if (d > 1e-9) sum += q[j] / d;
                }
    return sum;
}

// %% id=ewald-wrong-self role=wrong of=ewald
double potential(double[][] r, double[] q, int i, double alpha) {
    double sum = -alpha / sqrt(PI) * q[i];
    for (int j = 0; j < q.length; j++) {
        double dx = r[j][0] - r[i][0], dy = r[j][1] - r[i][1], dz = r[j][2] - r[i][2];
        for (int h = -6; h <= 6; h++)
            for (int k = -6; k <= 6; k++)
                for (int l = -6; l <= 6; l++) {
                    double d = sqrt((dx + h) * (dx + h) + (dy + k) * (dy + k) + (dz + l) * (dz + l));
                    if (d > 1e-9) sum += q[j] * erfc(alpha * d) / d;
                    double square = 4 * PI * PI * (h * h + k * k + l * l);
                    if (square > 0) sum += 4 * PI * q[j] * exp(-square / (4 * alpha * alpha)) / square
                        * cos(2 * PI * (h * dx + k * dy + l * dz));
                }
    }
    return sum;
}

// %% [markdown] id=pair-task
// ### 4 Cut, shifted, and behind a wall (2 points)
//
// Write `pair(A, B, C, wall, cutoff, r)`, Buckingham's $A e^{-B r} - C / r^6$ between two atoms at the distance `r`:
// `Double.POSITIVE_INFINITY` below the wall, 0 from the cut-off on, and between them shifted so that there is no jump at the
// cut-off.

// %% id=pair role=answer
double pair(double A, double B, double C, double wall, double cutoff, double r) {
    // BEGIN SOLUTION
    if (r < wall) return Double.POSITIVE_INFINITY;
    if (r >= cutoff) return 0;
    double there = A * exp(-B * cutoff) - C / pow(cutoff, 6);
    return A * exp(-B * r) - C / pow(r, 6) - there;
    // END SOLUTION
}

// %% [markdown] id=pair-hint role=hint of=pair
// Three cases. What is the energy just below the cut-off to be, and what is it without the shift?

// %% [markdown] id=pair-hint-2 role=hint of=pair
// In the middle case subtract the same formula with `cutoff` in place of `r`.

// %% id=pair-test role=test of=pair points=2
checkNear(pair(0, 1, 64, 0.5, 4, 2), 1.0 / 64 - 1, 1e-12, "A = 0, C = 64 at r = 2, cut at 4",
    "-C / r^6 is -1 at 2 and -1/64 at the cut-off");
checkNear(pair(0, 1, 64, 0.5, 4, 3.999999), 0, 1e-6, "just below the cut-off");
checkNear(pair(0, 1, 64, 0.5, 4, 5), 0, 1e-15, "beyond the cut-off");
check(pair(24732000, 3.965, 408795, 1, 12.8, 0.5) == Double.POSITIVE_INFINITY, "behind the wall the energy is infinite");
// BEGIN HIDDEN TESTS
checkNear(pair(24732000, 3.965, 408795, 1, 12.8, 2.3),
    new Buckingham(24732000, 3.965, 408795).cutAndShiftedAt(12.8).energy(2.3), 1e-6, "Mg and O at 2.3");
checkNear(pair(100, 1, 0, 0.1, 2, 1), 100 * (exp(-1) - exp(-2)), 1e-9, "repulsion alone");
// END HIDDEN TESTS

// %% id=pair-wrong-shift role=wrong of=pair
double pair(double A, double B, double C, double wall, double cutoff, double r) {
    if (r < wall) return Double.POSITIVE_INFINITY;
    return r >= cutoff ? 0 : A * exp(-B * r) - C / pow(r, 6);
}

// %% id=pair-wrong-wall role=wrong of=pair
double pair(double A, double B, double C, double wall, double cutoff, double r) {
    double there = A * exp(-B * cutoff) - C / pow(cutoff, 6);
    return r >= cutoff ? 0 : A * exp(-B * r) - C / pow(r, 6) - there;
}

// %% id=pair-wrong-columns role=wrong of=pair
double pair(double A, double B, double C, double wall, double cutoff, double r) {
    if (r < wall) return Double.POSITIVE_INFINITY;
    if (r >= cutoff) return 0;
    double there = A * exp(-C * cutoff) - B / pow(cutoff, 6);
    return A * exp(-C * r) - B / pow(r, 6) - there;
}

// %% [markdown] id=mixed-task
// ### 5 What is not in the table (2 points)
//
// A table of fitted pairs (names such as `"Mg-Ow"`) does not have all of them. Write `lookUp(table, own, one, other)`: the potential
// of the two types by the table if `one + "-" + other` is in it, and else that of Lorentz and Berthelot from the two
// types' own parameters.

// %% id=mixed role=answer
PairPotential lookUp(Map<String, PairPotential> table, Map<String, LennardJones> own, String one, String other) {
    // BEGIN SOLUTION
    PairPotential fitted = table.get(one + "-" + other);
    if (fitted != null) return fitted;
    LennardJones a = own.get(one), b = own.get(other);
    return new LennardJones(sqrt(a.epsilon() * b.epsilon()), (a.sigma() + b.sigma()) / 2);
    // END SOLUTION
}

// %% [markdown] id=mixed-hint role=hint of=mixed
// First the table. Only then: which mean for the depth, which for the diameter?

// %% [markdown] id=mixed-hint-2 role=hint of=mixed
// `new LennardJones(epsilon, sigma)` with the geometric mean of the `epsilon()` and the arithmetic mean of the `sigma()`.

// %% id=mixed-test role=test of=mixed points=2
Map<String, PairPotential> table = Map.of("Mg-Ow", new Buckingham(2.19311e7, 3.945, 170117));
Map<String, LennardJones> own = Map.of("Mg", new LennardJones(100, 2), "Ow", new LennardJones(50, 3),
    "Hw", new LennardJones(4, 3));
checkNear(lookUp(table, own, "Mg", "Ow").energy(3), table.get("Mg-Ow").energy(3), 1e-9, "Mg and Ow at 3, from the table");
checkNear(lookUp(table, own, "Mg", "Hw").energy(3), new LennardJones(20, 2.5).energy(3), 1e-9,
    "Mg and Hw at 3, not in the table", "epsilon is 20, sigma 2.5");
// BEGIN HIDDEN TESTS
checkNear(lookUp(Map.of(), own, "Ow", "Mg").energy(2.7), new LennardJones(sqrt(5000), 2.5).energy(2.7), 1e-9,
    "Ow and Mg without a table");
// END HIDDEN TESTS

// %% id=mixed-wrong-arithmetic role=wrong of=mixed
PairPotential lookUp(Map<String, PairPotential> table, Map<String, LennardJones> own, String one, String other) {
    PairPotential fitted = table.get(one + "-" + other);
    if (fitted != null) return fitted;
    LennardJones a = own.get(one), b = own.get(other);
    return new LennardJones((a.epsilon() + b.epsilon()) / 2, (a.sigma() + b.sigma()) / 2);
}

// %% id=mixed-wrong-geometric role=wrong of=mixed
PairPotential lookUp(Map<String, PairPotential> table, Map<String, LennardJones> own, String one, String other) {
    PairPotential fitted = table.get(one + "-" + other);
    if (fitted != null) return fitted;
    LennardJones a = own.get(one), b = own.get(other);
    return new LennardJones(sqrt(a.epsilon() * b.epsilon()), sqrt(a.sigma() * b.sigma()));
}

// %% id=mixed-wrong-always role=wrong of=mixed
PairPotential lookUp(Map<String, PairPotential> table, Map<String, LennardJones> own, String one, String other) {
    LennardJones a = own.get(one), b = own.get(other);
    return new LennardJones(sqrt(a.epsilon() * b.epsilon()), (a.sigma() + b.sigma()) / 2);
}

// %% [markdown] id=count-task
// ### 6 Find the bug: neighbours that come and go (2 points)
//
// This counts the images of one atom within a cut-off of a place. `d` is the difference of the two in
// fractional coordinates. In bricks its numbers are right; in Mg-MOF-74 some neighbours are missing now and then.
//
// ```java
// int count(UnitCell cell, double[] d, double cutoff) {
//     int[] n = new int[3];
//     for (int k = 0; k < 3; k++) n[k] = (int) (cutoff / cell.length(k)) + 1;
//     int count = 0;
//     for (int i = -n[0]; i <= n[0]; i++)
//         for (int j = -n[1]; j <= n[1]; j++)
//             for (int k = -n[2]; k <= n[2]; k++) {
//                 double[] r = cell.cartesian(d[0] - Math.rint(d[0]) + i,
//                     d[1] - Math.rint(d[1]) + j, d[2] - Math.rint(d[2]) + k);
//                 if (sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]) < cutoff) count++;
//             }
//     return count;
// }
// ```
//
// Mend it.

// %% id=count role=answer
int count(UnitCell cell, double[] d, double cutoff) {
    // BEGIN SOLUTION
    int[] n = new int[3];
    for (int k = 0; k < 3; k++) n[k] = (int) (cutoff / cell.width(k)) + 1;
    int count = 0;
    for (int i = -n[0]; i <= n[0]; i++)
        for (int j = -n[1]; j <= n[1]; j++)
            for (int k = -n[2]; k <= n[2]; k++) {
                double[] r = cell.cartesian(d[0] - Math.rint(d[0]) + i,
                    d[1] - Math.rint(d[1]) + j, d[2] - Math.rint(d[2]) + k);
                if (sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]) < cutoff) count++;
            }
    return count;
    // END SOLUTION
}

// %% [markdown] id=count-hint role=hint of=count
// How far up does a sphere reach in a cell that leans to the side, counted in layers of cells?

// %% [markdown] id=count-hint-2 role=hint of=count
// Layers are as high as the cell is wide, `cell.width(k)`, and that is less than the length of the edge.

// %% id=count-test role=test of=count points=2
checkEqual(count(UnitCell.cube(10), new double[]{0.5, 0.5, 0.5}, 9), 8, "corners of a cube seen from its middle");
UnitCell leaning = UnitCell.of(10, 10, 10, 90, 90, 30);
for (double cutoff : new double[]{4, 9, 14, 19, 24})
    checkEqual(count(leaning, new double[]{0.3, 0.4, 0.1}, cutoff),
        leaning.distancesWithin(cutoff, leaning.cartesian(0.3, 0.4, 0.1)).length,
        "images within " + cutoff + " in a cell with an angle of 30 degrees");
// BEGIN HIDDEN TESTS
UnitCell mof = UnitCell.of(26.1136, 26.1136, 6.91674, 90, 90, 120);
for (double cutoff : new double[]{12.8, 20, 35, 50})
    checkEqual(count(mof, new double[]{3.4, -1.45, 0.2}, cutoff),
        mof.distancesWithin(cutoff, mof.cartesian(3.4, -1.45, 0.2)).length, "images within " + cutoff);
// END HIDDEN TESTS

// %% id=count-wrong-as-given role=wrong of=count
int count(UnitCell cell, double[] d, double cutoff) {
    int[] n = new int[3];
    for (int k = 0; k < 3; k++) n[k] = (int) (cutoff / cell.length(k)) + 1;
    int count = 0;
    for (int i = -n[0]; i <= n[0]; i++)
        for (int j = -n[1]; j <= n[1]; j++)
            for (int k = -n[2]; k <= n[2]; k++) {
                double[] r = cell.cartesian(d[0] - Math.rint(d[0]) + i,
                    d[1] - Math.rint(d[1]) + j, d[2] - Math.rint(d[2]) + k);
                if (sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]) < cutoff) count++;
            }
    return count;
}

// %% id=count-wrong-nearest role=wrong of=count
int count(UnitCell cell, double[] d, double cutoff) {
    double[] r = cell.nearest(cell.cartesian(d[0], d[1], d[2]));
    return sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]) < cutoff ? 1 : 0;
}

// %% id=count-wrong-layers role=wrong of=count
int count(UnitCell cell, double[] d, double cutoff) {
    int[] n = new int[3];
    for (int k = 0; k < 3; k++) n[k] = (int) (cutoff / cell.width(k));
    int count = 0;
    for (int i = -n[0]; i <= n[0]; i++)
        for (int j = -n[1]; j <= n[1]; j++)
            for (int k = -n[2]; k <= n[2]; k++) {
                double[] r = cell.cartesian(d[0] - Math.rint(d[0]) + i,
                    d[1] - Math.rint(d[1]) + j, d[2] - Math.rint(d[2]) + k);
                if (sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]) < cutoff) count++;
            }
    return count;
}

// %% [markdown] id=turn-task
// ### 7 The best turn (2 points)
//
// The map shows the best of many orientations. Write `best(energy, x, y, z, n, rng)`: the least energy in kJ/mol of the guest with
// its centre at this place, over `n` random orientations from `Pose.turnedAnyhow(x, y, z, rng)`. `pose.sites(energy.guest())`
// are the places that `energy.kjPerMol(...)` wants. If all of them overlap, the answer is infinite.

// %% id=turn role=answer
double best(EnergySurface energy, double x, double y, double z, int n, Rng rng) {
    // BEGIN SOLUTION
    double least = Double.POSITIVE_INFINITY;
    for (int t = 0; t < n; t++) {
        Pose pose = Pose.turnedAnyhow(x, y, z, rng);
        least = min(least, energy.kjPerMol(pose.sites(energy.guest())));
    }
    return least;
    // END SOLUTION
}

// %% [markdown] id=turn-hint role=hint of=turn
// With which number does a search for the least begin, if all energies may be above 0?

// %% [markdown] id=turn-hint-2 role=hint of=turn
// Begin with `Double.POSITIVE_INFINITY`, and draw a new pose in each round.

// %% id=turn-test role=test of=turn points=2
/** A guest whose energy is its first site's height, plus a constant. */
record Slope(double base) implements EnergySurface {
    public Framework framework() { return Framework.mgMof74(); }
    public Guest guest() { return ForceField.lin().guest("CO2"); }
    public double kjPerMol(double[] sites) { return base + sites[2]; }
}
checkNear(best(new Slope(0), 1, 2, 3, 2000, Rng.seeded(141)), 3 - 1.16, 0.02,
    "the least height of an O of CO₂ whose C is at 3", "it is 1.16 lower at best");
checkNear(best(new Slope(100), 1, 2, 3, 2000, Rng.seeded(142)), 103 - 1.16, 0.02, "the same, 100 kJ/mol up");
// BEGIN HIDDEN TESTS
check(best(new Slope(Double.POSITIVE_INFINITY), 0, 0, 0, 10, Rng.seeded(143)) == Double.POSITIVE_INFINITY,
    "where all orientations overlap the answer is infinite");
double once = 0;
for (int n = 0; n < 400; n++) once += best(new Slope(0), 0, 0, 0, 1, Rng.seeded(1400 + n)) / 400;
checkNear(once, 0, 0.2, "the mean over 400 generators of one orientation each (6 sigma)");
// END HIDDEN TESTS

// %% id=turn-wrong-zero role=wrong of=turn
double best(EnergySurface energy, double x, double y, double z, int n, Rng rng) {
    double least = 0;
    for (int t = 0; t < n; t++)
        least = min(least, energy.kjPerMol(Pose.turnedAnyhow(x, y, z, rng).sites(energy.guest())));
    return least;
}

// %% id=turn-wrong-one role=wrong of=turn
double best(EnergySurface energy, double x, double y, double z, int n, Rng rng) {
    double least = Double.POSITIVE_INFINITY;
    Pose pose = Pose.turnedAnyhow(x, y, z, rng);
    for (int t = 0; t < n; t++) least = min(least, energy.kjPerMol(pose.sites(energy.guest())));
    return least;
}

// %% id=turn-wrong-mean role=wrong of=turn
double best(EnergySurface energy, double x, double y, double z, int n, Rng rng) {
    double sum = 0;
    for (int t = 0; t < n; t++)
        sum += energy.kjPerMol(Pose.turnedAnyhow(x, y, z, rng).sites(energy.guest())) / n;
    return sum;
}

// %% [markdown] id=well-done
// All green? Then you can put a molecule anywhere into a crystal and say what that costs. What a whole gas makes of it is the
// next lesson.
