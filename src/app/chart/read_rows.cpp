#include <thread>

#include "app/chart/rows.hpp"
#include "statistics/numbers.hpp"
#include "tables/table_file.hpp"

namespace maerkbar::app_chart {

namespace {

constexpr std::size_t errors_kept = 10;

struct ColumnNumbers {
    std::size_t x = 0;
    std::size_t y = 0;
    std::optional<std::size_t> n;
    std::vector<std::size_t> facets;
};

Error no_such_column(const tables::TableFile& file, const std::string& name) {
    std::string there;
    for (const auto& column : file.header())
        there += (there.empty() ? "" : ", ") + column;
    return {ErrorKind::not_found,
            "chart.no_such_column",
            "The file has no column called {column}. Its columns are: {columns}.",
            {{"column", name}, {"columns", there}},
            name};
}

Result<std::size_t> find_column(const tables::TableFile& file, const std::string& name) {
    const auto found = file.column(name);
    if (!found) return no_such_column(file, name);
    return *found;
}

Result<ColumnNumbers> find_columns(const tables::TableFile& file, const Request& request) {
    ColumnNumbers columns;
    columns.x = TRY(find_column(file, request.x));
    columns.y = TRY(find_column(file, request.y));
    if (!request.n.empty()) columns.n = TRY(find_column(file, request.n));
    for (const auto& facet : request.facets)
        columns.facets.push_back(TRY(find_column(file, facet)));
    return columns;
}

Error bad_number(std::size_t line, const std::string& column, std::string_view cell) {
    return {ErrorKind::invalid,
            "chart.bad_number",
            "Line {line}, column {column}: \"{cell}\" is not a number. Correct it, or leave the cell empty.",
            {{"line", std::to_string(line)}, {"column", column}, {"cell", std::string(cell.substr(0, 60))}},
            column};
}

// Reads one part of the file on a thread of its own.
class PartReader {
  public:
    PartReader(tables::TableFile& file, const Request& request, const ColumnNumbers& columns, CellRules rules)
        : file_(file), request_(request), columns_(columns), rules_(rules) {}

    void read() {
        tables::Row row;
        for (;;) {
            auto more = file_.next(row);
            if (!more) return failed(more.error());
            if (!*more) return;
            take(row);
        }
    }
    RowColumns rows;
    std::vector<Error> errors;

  private:
    void failed(const Error& error) {
        if (errors.size() < errors_kept) errors.push_back(error);
    }

    void take(const tables::Row& row) {
        const auto x = row[columns_.x];
        if (x.empty()) return;
        rows.facet.push_back(facet_of(row));
        rows.x.push_back(rows.xs.number_of(x));
        rows.line.push_back(static_cast<std::uint32_t>(row.line()));
        rows.y.push_back(figure_at(row, columns_.y, request_.y));
        if (columns_.n) rows.n.push_back(figure_at(row, *columns_.n, request_.n));
    }

    double figure_at(const tables::Row& row, std::size_t column, const std::string& name) {
        const auto value = figure(row[column], rules_);
        if (value) return *value;
        failed(bad_number(row.line(), name, row[column]));
        return statistics::missing;
    }

    std::uint32_t facet_of(const tables::Row& row) {
        if (columns_.facets.size() == 1) return rows.facets.number_of(row[columns_.facets[0]]);
        joined_.clear();
        for (const auto column : columns_.facets) {
            if (column != columns_.facets.front()) joined_ += facet_separator;
            joined_ += row[column];
        }
        return rows.facets.number_of(joined_);
    }

    tables::TableFile& file_;
    const Request& request_;
    const ColumnNumbers& columns_;
    CellRules rules_;
    std::string joined_;
};

CellRules rules_of(const tables::TableFile& file) {
    return {file.detection().decimal_mark, file.detection().date_order};
}

AxisKind kind_of(const tables::TableFile& file, std::size_t column) {
    std::vector<std::string_view> cells;
    for (const auto& row : file.sample())
        if (column < row.size()) cells.push_back(row[column]);
    return axis_kind(cells, rules_of(file));
}

std::vector<PartReader> read_parts(std::vector<tables::TableFile>& files, const Request& request,
                                   const ColumnNumbers& columns) {
    std::vector<PartReader> readers;
    for (auto& file : files)
        readers.emplace_back(file, request, columns, rules_of(files.front()));
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < readers.size(); ++i)
        threads.emplace_back([&reader = readers[i]] { reader.read(); });
    readers.front().read();
    return (threads.clear(), std::move(readers));
}

} // namespace

std::uint32_t Names::number_of(std::string_view text) {
    if (last_ < texts_.size() && *texts_[last_] == text) return last_;
    // Series lie one after the other, or side by side: the next text is mostly the one that followed last
    // time.
    if (last_ + 1 < texts_.size() && *texts_[last_ + 1] == text) return ++last_;
    auto found = numbers_.find(text);
    if (found == numbers_.end()) {
        found = numbers_.emplace(std::string(text), static_cast<std::uint32_t>(texts_.size())).first;
        texts_.push_back(&found->first);
    }
    return last_ = found->second;
}

std::variant<FileRows, ReadFailure> read_rows(const Request& request, unsigned threads) {
    tables::ReadOptions options;
    options.keep_totals = true; // what is in the file is what the analyst asks about
    auto files = tables::TableFile::split(request.file, threads, options);
    if (!files) return ReadFailure{{files.error()}};
    const auto columns = find_columns(files->front(), request);
    if (!columns) return ReadFailure{{columns.error()}, true};
    FileRows read;
    read.rules = rules_of(files->front());
    read.kind = kind_of(files->front(), columns->x);
    ReadFailure failure;
    for (auto& reader : read_parts(*files, request, *columns)) {
        for (auto& error : reader.errors)
            if (failure.errors.size() < errors_kept) failure.errors.push_back(std::move(error));
        read.parts.push_back(std::move(reader.rows));
    }
    if (!failure.errors.empty()) return failure;
    return read;
}

} // namespace maerkbar::app_chart
