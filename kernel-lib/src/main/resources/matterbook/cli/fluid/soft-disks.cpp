// Molecular dynamics of 1024 disks with r^-12 the plain way, as a first program is written: two loops over all
// particles, each pair once, diameters that could differ, no neighbour list.
// soft-disks STEPS prints the steps made in a second of processor time and the energy a particle.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

constexpr int kSide = 32;
constexpr int kCount = kSide * kSide;
constexpr double kLength = 40;
constexpr double kCut = 3;
constexpr double kStep = 0.001;

static double position[kCount][2], velocity[kCount][2], force[kCount][2], diameter[kCount];

static double add_forces() {
  const double at_cut = 1 / std::pow(kCut, 12);
  double energy = 0;
  for (int i = 0; i < kCount; i++) force[i][0] = force[i][1] = 0;
  for (int i = 0; i < kCount; i++) {
    for (int j = 0; j < kCount; j++) {
      if (i < j) {
        double dx = position[i][0] - position[j][0];
        double dy = position[i][1] - position[j][1];
        dx -= kLength * std::floor((dx + 0.5 * kLength) / kLength);
        dy -= kLength * std::floor((dy + 0.5 * kLength) / kLength);
        const double r2 = dx * dx + dy * dy;
        if (r2 < kCut * kCut) {
          const double size = 0.5 * (diameter[i] + diameter[j]);
          const double s2 = size * size / r2;
          const double s6 = s2 * s2 * s2;
          const double s12 = s6 * s6;
          const double f = 12 * s12 / r2;
          force[i][0] += f * dx;
          force[j][0] -= f * dx;
          force[i][1] += f * dy;
          force[j][1] -= f * dy;
          energy += s12 - at_cut;
        }
      }
    }
  }
  return energy;
}

int main(int argc, char **argv) {
  const int steps = argc > 1 ? std::atoi(argv[1]) : 1000;
  std::mt19937_64 random(1);
  std::normal_distribution<double> normal(0, std::sqrt(1.5));
  for (int i = 0; i < kCount; i++) {
    diameter[i] = 1;
    position[i][0] = (i % kSide + 0.5) * kLength / kSide;
    position[i][1] = (i / kSide + 0.5) * kLength / kSide;
    velocity[i][0] = normal(random);
    velocity[i][1] = normal(random);
  }
  double energy = add_forces();
  const std::clock_t begin = std::clock();
  for (int s = 0; s < steps; s++) {
    for (int i = 0; i < kCount; i++) {
      for (int axis = 0; axis < 2; axis++) {
        velocity[i][axis] += 0.5 * kStep * force[i][axis];
        position[i][axis] += kStep * velocity[i][axis];
        position[i][axis] -= kLength * std::floor(position[i][axis] / kLength);
      }
    }
    energy = add_forces();
    for (int i = 0; i < kCount; i++) {
      for (int axis = 0; axis < 2; axis++) velocity[i][axis] += 0.5 * kStep * force[i][axis];
    }
  }
  const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
  double kinetic = 0;
  for (int i = 0; i < kCount; i++) {
    kinetic += 0.5 * (velocity[i][0] * velocity[i][0] + velocity[i][1] * velocity[i][1]);
  }
  std::printf("%.6g %.6g\n", steps / seconds, (energy + kinetic) / kCount);
  return 0;
}
