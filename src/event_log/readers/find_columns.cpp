#include "event_log/readers/find_columns.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/text.hpp"
#include "base/translatable.hpp"

namespace maerkbar::event_log {

namespace {

using Names = std::span<const std::string_view>;

constexpr auto case_names = std::to_array<std::string_view>(
    {"case_id", "case", "caseid", "case id", "case:concept:name", "sag", "sags_id", "sagsid", "sagsnr", "sak",
     "sagsnummer", "saks_id", "saksnr", "saksnummer", "id"});
constexpr auto activity_names =
    std::to_array<std::string_view>({"activity", "concept:name", "aktivitet", "event", "hændelse", "hendelse",
                                     "step", "trin", "steg", "task"});
constexpr auto time_names =
    std::to_array<std::string_view>({"timestamp", "time:timestamp", "time", "tidspunkt", "tid", "dato",
                                     "date", "datetime", "complete_timestamp"});
constexpr auto resource_names = std::to_array<std::string_view>(
    {"resource", "org:resource", "user", "medarbejder", "medarbeider", "sagsbehandler", "saksbehandler"});
constexpr auto lifecycle_names =
    std::to_array<std::string_view>({"lifecycle", "lifecycle:transition", "transition"});
constexpr auto instance_names = std::to_array<std::string_view>(
    {"instance", "concept:instance", "activity_instance", "activity_instance_id"});

constexpr auto status_names = std::to_array<std::string_view>(
    {"status", "tilstand", "sagsstatus", "sags_status", "saksstatus", "saks_status"});

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

class Finder {
  public:
    explicit Finder(std::span<const std::string> header) : header_(header) {}

    [[nodiscard]] Result<void> check(const std::string& name) const {
        if (name.empty() || std::ranges::find(header_, name) != header_.end()) return {};
        return Error{ErrorKind::invalid,
                     "event_log.no_column",
                     "The file has no column called {column}. Its columns are: {columns}.",
                     {{"column", name}, {"columns", joined(header_, ", ")}},
                     name};
    }

    void guess(std::string& name, Names usual) const {
        for (const auto candidate : usual) {
            const auto found = std::ranges::find(header_, candidate, lower);
            if (name.empty() && found != header_.end()) name = *found;
        }
    }

    [[nodiscard]] Result<void> need(const std::string& name, const char* what) const {
        if (!name.empty()) return {};
        return Error{
            ErrorKind::invalid, "event_log.column_unknown", what, {{"columns", joined(header_, ", ")}}};
    }

  private:
    std::span<const std::string> header_;
};

Result<void> check_named(const Finder& finder, const LogColumns& wanted) {
    for (const auto* name :
         {&wanted.case_id, &wanted.activity, &wanted.time, &wanted.resource, &wanted.lifecycle,
          &wanted.instance, &wanted.opened, &wanted.closed, &wanted.status})
        TRY(finder.check(*name));
    for (const auto& name : wanted.attributes)
        TRY(finder.check(name));
    for (const auto& name : wanted.steps)
        TRY(finder.check(name));
    return {};
}

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

} // namespace

Result<LogColumns> find_columns(std::span<const std::string> header, const LogColumns& wanted) {
    const Finder finder(header);
    TRY(check_named(finder, wanted));
    auto found = wanted;
    finder.guess(found.case_id, case_names);
    TRY(finder.need(
        found.case_id,
        translatable(
            "Say with --case which column holds the number of the case. The columns are: {columns}.")));
    if (found.is_case_table()) {
        if (!found.closed.empty()) finder.guess(found.status, status_names);
        return found;
    }
    finder.guess(found.activity, activity_names);
    finder.guess(found.time, time_names);
    finder.guess(found.resource, resource_names);
    finder.guess(found.lifecycle, lifecycle_names);
    finder.guess(found.instance, instance_names);
    TRY(finder.need(
        found.activity,
        translatable("Say with --activity which column holds the activity, or, where each row is a whole "
                     "case, with --opened, --step and --closed which columns hold its dates. The columns "
                     "are: {columns}.")));
    TRY(finder.need(found.time,
                    translatable("Say with --timestamp which column holds the time. The columns are: "
                                 "{columns}.")));
    return found;
}

RowShape row_shape(const LogColumns& columns) {
    RowShape shape;
    add_once(shape.steps, columns.opened);
    for (const auto& step : columns.steps)
        add_once(shape.steps, step);
    add_once(shape.steps, columns.closed);
    for (const auto* name : {&columns.resource, &columns.lifecycle, &columns.instance})
        add_once(shape.columns, *name);
    for (const auto& name : columns.attributes)
        add_once(shape.columns, name);
    if (columns.status.empty() || columns.closed.empty()) return shape;
    add_once(shape.columns, columns.status);
    const auto slot_of = [](const std::vector<std::string>& names, const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    };
    shape.closing = RowShape::Closing{slot_of(shape.steps, columns.closed) + 1,
                                      shape.first_column() + slot_of(shape.columns, columns.status)};
    return shape;
}

std::vector<std::string> slot_names(const LogColumns& columns) {
    const auto shape = row_shape(columns);
    std::vector<std::string> names{columns.case_id};
    if (shape.steps.empty())
        names.insert(names.end(), {columns.activity, columns.time});
    else
        names.insert(names.end(), shape.steps.begin(), shape.steps.end());
    names.insert(names.end(), shape.columns.begin(), shape.columns.end());
    return names;
}

} // namespace maerkbar::event_log
