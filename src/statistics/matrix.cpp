#include "statistics/matrix.hpp"

#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

namespace {

// A pivot this small beside its diagonal is rounding: the term is made of the others.
constexpr double collinear = 1e-12;
constexpr int most_sweeps = 100;

// L with A = L L'.
std::optional<Matrix> cholesky(const Matrix& a) {
    const auto n = a.rows();
    Matrix l(n, n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = a(i, j);
            for (std::size_t k = 0; k < j; ++k)
                sum -= l(i, k) * l(j, k);
            if (i != j) {
                l(i, j) = sum / l(j, j);
                continue;
            }
            if (!(sum > collinear * std::fabs(a(i, i)))) return std::nullopt;
            l(i, i) = std::sqrt(sum);
        }
    return l;
}

// Turns rows and columns p and q so that their common cell becomes 0.
void rotate(Matrix& a, Matrix& vectors, std::size_t p, std::size_t q) {
    if (a(p, q) == 0) return;
    const double theta = (a(q, q) - a(p, p)) / (2 * a(p, q));
    const double t = (theta >= 0 ? 1 : -1) / (std::fabs(theta) + std::hypot(theta, 1.0));
    const double c = 1 / std::hypot(t, 1.0);
    const double s = t * c;
    const auto turn = [&](double& x, double& y) {
        const double old = x;
        x = c * old - s * y;
        y = s * old + c * y;
    };
    for (std::size_t k = 0; k < a.rows(); ++k)
        turn(a(k, p), a(k, q));
    for (std::size_t k = 0; k < a.rows(); ++k)
        turn(a(p, k), a(q, k));
    for (std::size_t k = 0; k < a.rows(); ++k)
        turn(vectors(k, p), vectors(k, q));
}

double off_diagonal(const Matrix& a) {
    double sum = 0;
    for (std::size_t i = 0; i < a.rows(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            sum += a(i, j) * a(i, j);
    return sum;
}

} // namespace

Matrix Matrix::part(std::span<const std::size_t> places) const {
    Matrix result(places.size(), places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = 0; j < places.size(); ++j)
            result(i, j) = (*this)(places[i], places[j]);
    return result;
}

std::optional<std::vector<double>> solve_symmetric(const Matrix& a, std::span<const double> b) {
    const auto l = cholesky(a);
    if (!l) return std::nullopt;
    const auto n = a.rows();
    std::vector<double> x(b.begin(), b.end());
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            x[i] -= (*l)(i, k) * x[k];
        x[i] /= (*l)(i, i);
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            x[i] -= (*l)(k, i) * x[k];
        x[i] /= (*l)(i, i);
    }
    return x;
}

Eigen symmetric_eigen(Matrix a) {
    const auto n = a.rows();
    Matrix vectors(n, n);
    for (std::size_t i = 0; i < n; ++i)
        vectors(i, i) = 1;
    for (int sweep = 0; sweep < most_sweeps && off_diagonal(a) > 1e-30; ++sweep)
        for (std::size_t p = 0; p < n; ++p)
            for (std::size_t q = p + 1; q < n; ++q)
                rotate(a, vectors, p, q);
    Eigen result{std::vector<double>(n), std::move(vectors)};
    for (std::size_t i = 0; i < n; ++i)
        result.values[i] = a(i, i);
    return result;
}

Matrix covariance(std::span<const std::vector<double>> columns) {
    Matrix result(columns.size(), columns.size());
    std::vector<double> means;
    for (const auto& column : columns)
        means.push_back(mean(column));
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < columns[i].size(); ++k)
                sum += (columns[i][k] - means[i]) * (columns[j][k] - means[j]);
            result(i, j) = result(j, i) = sum / (static_cast<double>(columns[i].size()) - 1);
        }
    return result;
}

Matrix correlation(std::span<const std::vector<double>> columns) {
    const auto shared = covariance(columns);
    Matrix result(columns.size(), columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t j = 0; j < columns.size(); ++j)
            result(i, j) = finite_or_missing(shared(i, j) / std::sqrt(shared(i, i) * shared(j, j)));
    return result;
}

} // namespace maerkbar::statistics
