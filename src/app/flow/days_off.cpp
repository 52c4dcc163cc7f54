#include "app/flow/days_off.hpp"

#include "organisation/holidays.hpp"
#include "tables/table_file.hpp"

namespace maerkbar::app_flow {

namespace {

std::vector<Date> holidays_of(organisation::Country country, Date first, Date last) {
    std::vector<Date> days;
    for (int year = first.year(); year <= last.year(); ++year)
        for (const auto& holiday : organisation::holidays(country, year))
            days.push_back(holiday.day);
    return days;
}

Result<std::vector<Date>> days_in(const std::string& path) {
    auto table = TRY(tables::TableFile::open(path));
    std::vector<Date> days;
    tables::Row row;
    while (TRY(table.next(row))) {
        const auto date = tables::parse_date(row[0], table.detection().date_order);
        if (!date || date->period.kind != PeriodKind::day)
            return Error{
                ErrorKind::invalid,
                "flow.day_off",
                "{file}, line {line}: \"{text}\" is no date. The first column must hold the days off.",
                {{"file", path}, {"line", std::to_string(row.line())}, {"text", std::string(row[0])}}};
        days.push_back(date->date());
    }
    return days;
}

} // namespace

Result<std::vector<Date>> days_off_between(const DaysOff& wanted, Date first, Date last) {
    if (wanted.country == "dk") return holidays_of(organisation::Country::denmark, first, last);
    if (wanted.country == "no") return holidays_of(organisation::Country::norway, first, last);
    if (!wanted.file.empty()) return days_in(wanted.file);
    return std::vector<Date>();
}

} // namespace maerkbar::app_flow
