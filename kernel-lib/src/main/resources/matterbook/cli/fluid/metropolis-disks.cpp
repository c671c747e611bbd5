// Metropolis sampling of 1024 Lennard-Jones disks at T = 0.2 the plain way, as a first program is written: a trial asks
// for the energy of one particle with all others, where it is and where it would go; no neighbour list.
// metropolis-disks SWEEPS FILE starts from the file's places (x and y in a line) and prints the sweeps made in a second of
// processor time and the energy a particle at the start and at the end.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

constexpr int kCount = 1024;
constexpr double kLength = 40;
constexpr double kCut = 2.5;
constexpr double kTemperature = 0.2;
constexpr double kStep = 0.15;

static double position[kCount][2];

static double energy_at(int i, double x, double y) {
  double energy = 0;
  for (int j = 0; j < kCount; j++) {
    if (j != i) {
      double dx = x - position[j][0];
      double dy = y - position[j][1];
      dx -= kLength * std::floor((dx + 0.5 * kLength) / kLength);
      dy -= kLength * std::floor((dy + 0.5 * kLength) / kLength);
      const double r2 = dx * dx + dy * dy;
      if (r2 < kCut * kCut) {
        const double s2 = 1 / r2;
        const double s6 = s2 * s2 * s2;
        energy += 4 * s6 * (s6 - 1);
      }
    }
  }
  return energy;
}

static double energy_of_all() {
  double twice = 0;
  for (int i = 0; i < kCount; i++) twice += energy_at(i, position[i][0], position[i][1]);
  return twice / 2;
}

int main(int argc, char **argv) {
  const int sweeps = std::atoi(argv[1]);
  std::FILE *places = argc > 2 ? std::fopen(argv[2], "r") : nullptr;
  if (!places) return 1;
  for (int i = 0; i < kCount; i++) {
    if (std::fscanf(places, "%lf %lf", &position[i][0], &position[i][1]) != 2) return 1;
  }
  std::fclose(places);
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> uniform(0, 1);
  const double start = energy_of_all();
  double energy = start;
  const std::clock_t begin = std::clock();
  for (int s = 0; s < sweeps; s++) {
    for (int trial = 0; trial < kCount; trial++) {
      const int i = static_cast<int>(kCount * uniform(random));
      const double x = position[i][0] + kStep * (2 * uniform(random) - 1);
      const double y = position[i][1] + kStep * (2 * uniform(random) - 1);
      const double change = energy_at(i, x, y) - energy_at(i, position[i][0], position[i][1]);
      if (change <= 0 || uniform(random) < std::exp(-change / kTemperature)) {
        position[i][0] = x;
        position[i][1] = y;
        energy += change;
      }
    }
  }
  const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("%.6g %.9g %.9g\n", sweeps / seconds, start / kCount, energy / kCount);
  return 0;
}
