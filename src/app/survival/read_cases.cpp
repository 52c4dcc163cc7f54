#include <algorithm>
#include <map>

#include "app/survival/cases.hpp"
#include "tables/table_file.hpp"

namespace maerkbar::app_survival {

namespace {

constexpr std::size_t errors_kept = 10;
constexpr double seconds_a_day = 86400;

struct Columns {
    std::optional<std::size_t> time;
    std::optional<std::size_t> event;
    std::optional<std::size_t> opened;
    std::optional<std::size_t> closed;
    std::optional<std::size_t> ending;
    std::optional<std::size_t> by;
};

Result<std::optional<std::size_t>> find_column(const tables::TableFile& file, const std::string& name) {
    if (name.empty()) return std::optional<std::size_t>{};
    if (const auto found = file.column(name)) return found;
    std::string there;
    for (const auto& column : file.header())
        there += (there.empty() ? "" : ", ") + column;
    return Error{ErrorKind::not_found,
                 "survival.no_such_column",
                 "The file has no column called {column}. Its columns are: {columns}.",
                 {{"column", name}, {"columns", there}},
                 name};
}

Result<Columns> find_columns(const tables::TableFile& file, const Request& request) {
    Columns columns;
    columns.time = TRY(find_column(file, request.time));
    columns.event = TRY(find_column(file, request.event));
    columns.opened = TRY(find_column(file, request.opened));
    columns.closed = TRY(find_column(file, request.closed));
    columns.ending = TRY(find_column(file, request.ending));
    columns.by = TRY(find_column(file, request.by));
    return columns;
}

// Days since 1970, with the time of day where one is written; UTC where an offset is, else local time.
double moment_of(const tables::ParsedDate& parsed) {
    const double seconds = parsed.second_of_day.value_or(0) - 60.0 * parsed.utc_offset_minutes.value_or(0);
    return parsed.date().days + seconds / seconds_a_day;
}

// A row as it was read, before it is known which day is asked about.
struct RawCase {
    std::size_t line = 0;
    double opened = 0; // in days; or the duration itself
    std::optional<double> closed;
    bool ended = false;
    Date opened_day;
    std::string ending;
    std::string group;
};

class Reader {
  public:
    Reader(tables::TableFile& file, const Request& request, const Columns& columns)
        : file_(file), request_(request), columns_(columns) {}

    void read() {
        tables::Row row;
        for (;;) {
            const auto more = file_.next(row);
            if (!more) return failed(more.error());
            if (!*more) return;
            take(row);
        }
    }

    std::vector<RawCase> raw;
    LeftOut without_time;
    std::vector<Error> errors;

  private:
    void failed(const Error& error) {
        if (errors.size() < errors_kept) errors.push_back(error);
    }
    void bad_cell(const tables::Row& row, const std::string& column, std::size_t at, const char* code,
                  const char* text) {
        failed({ErrorKind::invalid,
                code,
                text,
                {{"line", std::to_string(row.line())},
                 {"column", column},
                 {"cell", std::string(row[at].substr(0, 60))}},
                column});
    }

    void take(const tables::Row& row) {
        RawCase one;
        one.line = row.line();
        if (columns_.ending) one.ending = row[*columns_.ending];
        if (columns_.by) one.group = row[*columns_.by];
        if (request_.from_dates() ? take_dates(row, one) : take_duration(row, one))
            raw.push_back(std::move(one));
    }

    bool take_dates(const tables::Row& row, RawCase& one) {
        if (row[*columns_.opened].empty()) return (without_time.add(one.line), false);
        const auto opened = day_at(row, request_.opened, *columns_.opened);
        if (!opened) return false;
        one.opened = moment_of(*opened);
        one.opened_day = opened->date();
        if (row[*columns_.closed].empty()) return true;
        const auto closed = day_at(row, request_.closed, *columns_.closed);
        if (!closed) return false;
        one.closed = moment_of(*closed);
        // A time on one side alone would make a case of the same day negative.
        if (opened->second_of_day.has_value() != closed->second_of_day.has_value())
            one.opened = opened->date().days, one.closed = closed->date().days;
        return true;
    }

    std::optional<tables::ParsedDate> day_at(const tables::Row& row, const std::string& name,
                                             std::size_t column) {
        const auto parsed = tables::parse_date(row[column], file_.detection().date_order);
        if (parsed && parsed->period.kind == PeriodKind::day) return parsed;
        bad_cell(
            row, name, column, "survival.bad_date_cell",
            "Line {line}, column {column}: \"{cell}\" is not a date. Correct it, or leave the cell empty.");
        return {};
    }

    bool take_duration(const tables::Row& row, RawCase& one) {
        if (row[*columns_.time].empty()) return (without_time.add(one.line), false);
        const auto time = tables::parse_number(row[*columns_.time], file_.detection().decimal_mark);
        if (!time) {
            bad_cell(
                row, request_.time, *columns_.time, "survival.bad_number",
                "Line {line}, column {column}: \"{cell}\" is not a number. Correct it, or leave the cell "
                "empty.");
            return false;
        }
        one.opened = *time;
        if (!columns_.event) return (one.ended = !one.ending.empty(), true);
        const auto ended = tables::parse_yes_no(row[*columns_.event]);
        if (!ended)
            bad_cell(row, request_.event, *columns_.event, "survival.bad_event",
                     "Line {line}, column {column}: \"{cell}\" is neither 1 (ended) nor 0 (still open).");
        one.ended = ended.value_or(false);
        return ended.has_value();
    }

    tables::TableFile& file_;
    const Request& request_;
    const Columns& columns_;
};

// Names in the order they are shown: numbers by size, then others by the alphabet.
bool shown_before(const std::string& a, const std::string& b) {
    const auto x = tables::parse_number(a, tables::DecimalMark::point);
    const auto y = tables::parse_number(b, tables::DecimalMark::point);
    if (x.has_value() != y.has_value()) return x.has_value();
    return x && *x != *y ? *x < *y : a < b;
}

// Turns raw rows into cases as they stood on one day.
class Sorter {
  public:
    Sorter(const Request& request, CaseFile& file) : request_(request), file_(file) {}

    void take_all(const std::vector<RawCase>& raw) {
        if (request_.from_dates()) file_.as_of = request_.as_of ? request_.as_of : last_day(raw);
        if (request_.change)
            file_.groups = {"< " + request_.change->iso(), "≥ " + request_.change->iso()};
        else
            number_names(
                raw, [this](const RawCase& one) { return group_of(one); }, file_.groups);
        number_names(
            raw, [](const RawCase& one) { return one.ending; }, file_.endings);
        for (const auto& one : raw)
            take(one);
    }

  private:
    static std::optional<Date> last_day(const std::vector<RawCase>& raw) {
        double last = 0;
        for (const auto& one : raw)
            last = std::max({last, one.opened, one.closed.value_or(0)});
        // The day after the last one, so that what ended on it counts as ended.
        return Date{static_cast<std::int32_t>(last) + 1};
    }

    template <typename NameOf>
    static void number_names(const std::vector<RawCase>& raw, NameOf name_of,
                             std::vector<std::string>& names) {
        for (const auto& one : raw)
            if (auto name = name_of(one); !name.empty()) names.push_back(std::move(name));
        std::sort(names.begin(), names.end(), shown_before);
        names.erase(std::unique(names.begin(), names.end()), names.end());
    }

    [[nodiscard]] std::string group_of(const RawCase& one) const {
        if (request_.period) return Period::containing(*request_.period, one.opened_day).code();
        return one.group;
    }

    [[nodiscard]] std::size_t group_number(const RawCase& one) const {
        if (request_.change) return one.opened_day < *request_.change ? 0 : 1;
        return number_of(group_of(one), file_.groups);
    }

    static std::size_t number_of(const std::string& name, const std::vector<std::string>& names) {
        const auto found = std::find(names.begin(), names.end(), name);
        return name.empty() ? Case::no_group : static_cast<std::size_t>(found - names.begin());
    }

    void take(const RawCase& one) {
        Case made;
        if (!request_.from_dates())
            made.time = one.opened, made.ended = one.ended;
        else if (!place_in_time(one, made))
            return;
        if (made.time < 0) return file_.closed_first.add(one.line);
        if (made.ended && !file_.endings.empty()) made.ending = ending_of(one);
        made.group = group_number(one);
        if (made.group == Case::no_group && !file_.groups.empty()) file_.without_group.add(one.line);
        file_.cases.push_back(made);
    }

    std::size_t ending_of(const RawCase& one) {
        const auto number = number_of(one.ending, file_.endings);
        if (number != Case::no_group) return number;
        if (file_.endings.back() != "?") file_.endings.push_back("?"); // ended, nobody wrote how
        return file_.endings.size() - 1;
    }

    // False for a case that is not looked at.
    bool place_in_time(const RawCase& one, Case& made) {
        if (request_.from && one.opened_day < *request_.from)
            return (file_.opened_earlier.add(one.line), false);
        if (one.opened >= file_.as_of->days) return (file_.not_yet_opened.add(one.line), false);
        made.ended = one.closed && *one.closed < file_.as_of->days;
        made.time = (made.ended ? *one.closed : file_.as_of->days) - one.opened;
        return true;
    }

    const Request& request_;
    CaseFile& file_;
};

constexpr std::size_t most_groups = 60;

Error too_many_groups(std::size_t count) {
    return {ErrorKind::invalid,
            "survival.too_many_groups",
            "There are {count} groups, too many to compare. Choose a column with at most {most} values, or a "
            "longer period.",
            {{"count", std::to_string(count)}, {"most", std::to_string(most_groups)}},
            "--by"};
}

Error no_such_group(const std::string& name, const std::vector<std::string>& groups) {
    std::string there;
    for (std::size_t i = 0; i < std::min<std::size_t>(groups.size(), 20); ++i)
        there += (i == 0 ? "" : ", ") + groups[i];
    return {ErrorKind::not_found,
            "survival.no_such_group",
            "There is no group called {group}. The groups are: {groups}.",
            {{"group", name}, {"groups", there}},
            "--compare"};
}

} // namespace

void LeftOut::add(std::size_t line) {
    if (++count <= 10) lines.push_back(line);
}

std::variant<CaseFile, ReadFailure> read_cases(const Request& request) {
    tables::ReadOptions options;
    options.keep_totals = true; // what is in the file is what the analyst asks about
    auto file = tables::TableFile::open(request.file, options);
    if (!file) return ReadFailure{{file.error()}};
    const auto columns = find_columns(*file, request);
    if (!columns) return ReadFailure{{columns.error()}, true};
    Reader reader(*file, request, *columns);
    reader.read();
    if (!reader.errors.empty()) return ReadFailure{std::move(reader.errors)};
    CaseFile read;
    read.without_time = std::move(reader.without_time);
    Sorter(request, read).take_all(reader.raw);
    if (const auto most = std::max(read.groups.size(), read.endings.size()); most > most_groups)
        return ReadFailure{{too_many_groups(most)}, true};
    for (const auto& name : request.compare)
        if (std::find(read.groups.begin(), read.groups.end(), name) == read.groups.end())
            return ReadFailure{{no_such_group(name, read.groups)}, true};
    if (read.cases.empty())
        return ReadFailure{
            {{ErrorKind::invalid, "survival.no_cases", "There is no case to look at.", {}, ""}}};
    return read;
}

} // namespace maerkbar::app_survival
