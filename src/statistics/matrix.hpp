#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace maerkbar::statistics {

// A small dense matrix, row by row: scales of a few items, models of a few terms.
class Matrix {
  public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t columns) : columns_(columns), cells_(rows * columns, 0.0) {}

    [[nodiscard]] std::size_t rows() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] double& operator()(std::size_t row, std::size_t column) {
        return cells_[row * columns_ + column];
    }
    [[nodiscard]] double operator()(std::size_t row, std::size_t column) const {
        return cells_[row * columns_ + column];
    }
    // The rows and columns of these places.
    [[nodiscard]] Matrix part(std::span<const std::size_t> places) const;

  private:
    std::size_t columns_ = 0;
    std::vector<double> cells_;
};

// x with A x = b for a symmetric positive definite A (Cholesky); nothing where A is not, as with collinear
// terms.
std::optional<std::vector<double>> solve_symmetric(const Matrix& a, std::span<const double> b);

// Eigenvalues and, in the columns of `vectors`, eigenvectors of a symmetric matrix (Jacobi's rotations).
struct Eigen {
    std::vector<double> values;
    Matrix vectors;
};
Eigen symmetric_eigen(Matrix a);

// Of columns of equal length without missing values, n - 1 in the denominator.
Matrix covariance(std::span<const std::vector<double>> columns);
// Missing for constant columns.
Matrix correlation(std::span<const std::vector<double>> columns);

} // namespace maerkbar::statistics
