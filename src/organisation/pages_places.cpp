#include "organisation/pages_places.hpp"

#include <algorithm>
#include <map>

#include "organisation/catalogue.hpp"
#include "organisation/page_support.hpp"
#include "organisation/places.hpp"

namespace maerkbar::organisation {
namespace {

using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = permission;

struct Everything {
    std::vector<Place> places;
    std::vector<StoredHours> hours;
    std::vector<ClosingDay> closing_days;
    std::map<ChannelId, std::string> channels;
    Country country = Country::denmark;
};

Result<Everything> read_everything(const Visit& visit) {
    const auto condition = scope_condition(visit.viewer.scope(may::measurement_read), *visit.viewer.tree,
                                           visit.viewer.today, "unit_id");
    return visit.services.database.read([&](storage::Connection& connection) -> Result<Everything> {
        const auto tenant = visit.viewer.tenant();
        Everything all;
        all.places = TRY(list_places(connection, tenant));
        all.hours = TRY(list_hours(connection, tenant, condition));
        all.closing_days = TRY(list_closing_days(connection, tenant));
        for (const auto& entry : TRY(list_entries(connection, tenant, CatalogueKind::channel)))
            all.channels[ChannelId{entry.id.value}] = entry.name;
        all.country = TRY(read_calendar(connection, tenant)).country();
        return all;
    });
}

std::string name_of_place(const Everything& all, PlaceId id) {
    const auto found = std::ranges::find(all.places, id, &Place::id);
    return found == all.places.end() ? "–" : found->name;
}

// What is added to one of the page's lists stands with that list.
Html new_link(std::string_view text, std::string_view href) {
    return parts::button_row({parts::button_link(text, href)});
}

Html place_section(const Visit& visit, const Everything& all) {
    const auto& language = visit.language;
    parts::Table table{language("Places"), false};
    table.columns = {{language("Name")}, {language("Address")}, {language("State")}};
    table.empty = language("No places yet. Add the town hall and the libraries where people are served.");
    for (const auto& place : all.places)
        table.rows.push_back({link("/places/" + std::to_string(place.id.value), place.name),
                              words(place.address),
                              words(place.active ? language("In use") : language("No longer in use"))});
    return parts::section(language("Places"),
                          Html() << parts::table(table) << new_link(language("New place"), "/places/new"));
}

// Open hours a week of each unit, doors and each channel apart, as valid today.
std::string week_text(const std::vector<StoredHours>& hours, const OpeningHours& like, Date today,
                      const web::Language& language) {
    std::vector<OpeningHours> same;
    for (const auto& stored : hours)
        if (stored.hours.unit == like.unit && stored.hours.channel == like.channel)
            same.push_back(stored.hours);
    return language.number(open_minutes_a_week(same, today) / 60.0, 1);
}

Html hours_section(Visit& visit, const Everything& all) {
    const auto& language = visit.language;
    parts::Table table{language("Opening and phone hours"), false};
    table.columns = {{language("Unit")},
                     {language("Place")},
                     {language("What")},
                     {language("Day")},
                     {language("Hours")},
                     {language("Valid")},
                     {language("Hours a week today"), true},
                     action_column(language)};
    table.empty = language("No hours yet. Add when you are open and when the phone is answered.");
    for (const auto& [id, hours] : all.hours) {
        const auto channel = all.channels.find(hours.channel);
        const bool endable = !hours.valid.has_end() && visit.viewer.may(may::organisation_manage, hours.unit);
        table.rows.push_back(
            {words(unit_name(visit, hours.unit)), words(name_of_place(all, hours.place)),
             words(channel == all.channels.end() ? language("Doors open") : channel->second),
             words(weekday_name(hours.weekday, language)),
             words(clock_text(hours.opens) + "–" + clock_text(hours.closes)),
             words(validity_text(hours.valid, language)),
             words(week_text(all.hours, hours, visit.viewer.today, language)),
             endable ? link("/hours/" + std::to_string(id.value) + "/end", language("End hours")) : Html()});
    }
    return parts::section(language("Opening and phone hours"), parts::table(table));
}

Html closing_section(Visit& visit, const Everything& all) {
    const auto& language = visit.language;
    parts::Table table{language("Days off"), false};
    table.columns = {{language("Day")}, {language("Why")}, action_column(language)};
    const auto year = visit.viewer.today.year();
    for (const auto& holiday : holidays(all.country, year))
        table.rows.push_back({words(language.date(holiday.day, web::DateStyle::long_)),
                              words(language(holiday.name)), Html()});
    for (const auto& closing : all.closing_days)
        table.rows.push_back(
            {words(language.date(closing.day, web::DateStyle::long_)), words(closing.reason),
             send_button(visit, "/closing-days/" + closing.day.iso() + "/remove", language("Remove"))});
    return parts::section(
        language("Days off"),
        Html() << parts::table(table) << new_link(language("New day off"), "/closing-days/new"));
}

Result<Response> show_places(Visit& visit) {
    const auto& language = visit.language;
    const auto all = TRY(read_everything(visit));
    auto info = info_of(visit, language("Places and hours"),
                        language("Where and when you serve people. “Answered within working days” and “open "
                                 "hours a week” are counted from this."),
                        {{language("Organisation"), "/organisation"}});
    info.actions = parts::button_link(language("New hours"), "/hours/new", parts::ButtonKind::primary);
    Html body = place_section(visit, all);
    return page_of(info, body << hours_section(visit, all) << closing_section(visit, all));
}

Result<Response> places_json(Visit& visit) {
    const auto all = TRY(read_everything(visit));
    JsonWriter items;
    items.begin_array();
    for (const auto& place : all.places)
        items.begin_object()
            .member("id", place.id)
            .member("name", place.name)
            .member("address", place.address)
            .member("active", place.active)
            .end_object();
    items.end_array();
    return list_json(std::move(items), {1, std::max<std::int64_t>(1, std::ssize(all.places))},
                     std::ssize(all.places));
}

Result<Response> hours_json(Visit& visit) {
    const auto all = TRY(read_everything(visit));
    JsonWriter items;
    items.begin_array();
    for (const auto& [id, hours] : all.hours)
        items.begin_object()
            .member("id", id)
            .member("unit", hours.unit)
            .member("place", hours.place)
            .member("channel", hours.channel)
            .member("weekday", hours.weekday)
            .member("opens", clock_text(hours.opens))
            .member("closes", clock_text(hours.closes))
            .member("from", hours.valid.from)
            .member("to", hours.valid.has_end() ? std::optional{hours.valid.last()} : std::nullopt)
            .end_object();
    items.end_array();
    return list_json(std::move(items), {1, std::max<std::int64_t>(1, std::ssize(all.hours))},
                     std::ssize(all.hours));
}

Result<Response> closing_days_json(Visit& visit) {
    const auto all = TRY(read_everything(visit));
    JsonWriter items;
    items.begin_array();
    for (const auto& closing : all.closing_days)
        items.begin_object().member("day", closing.day).member("reason", closing.reason).end_object();
    items.end_array();
    return list_json(std::move(items), {1, std::max<std::int64_t>(1, std::ssize(all.closing_days))},
                     std::ssize(all.closing_days));
}

} // namespace

std::vector<Reading> place_readings() {
    const auto doc = [](std::string_view summary) {
        web::ApiDoc made;
        made.summary = summary;
        return made;
    };
    return {{"/places", may::organisation_manage, show_places},
            {"/api/v1/places", may::measurement_read, places_json, doc("List places of service")},
            {"/api/v1/hours", may::measurement_read, hours_json,
             doc("List opening and phone hours of the units in reach")},
            {"/api/v1/closing-days", may::measurement_read, closing_days_json,
             doc("List the municipality's own days off")}};
}

} // namespace maerkbar::organisation
