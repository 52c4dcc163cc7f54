// Changes of places, hours and days off, as forms and as JSON.
#include <charconv>
#include <cstdio>

#include "base/translatable.hpp"
#include "organisation/catalogue.hpp"
#include "organisation/page_support.hpp"
#include "organisation/pages_places.hpp"
#include "organisation/places.hpp"

namespace maerkbar::organisation {
namespace {

using web::Form;
using web::Html;
namespace parts = web::parts;
namespace may = permission;

constexpr const char* weekdays[] = {
    translatable("Monday"), translatable("Tuesday"),  translatable("Wednesday"), translatable("Thursday"),
    translatable("Friday"), translatable("Saturday"), translatable("Sunday")};

FormView view_in(Visit& visit, std::string title, std::string help, std::string button) {
    FormView view{std::move(title), std::move(help), std::move(button), {}};
    view.crumbs = {{visit.language("Places and hours"), "/places"}};
    view.cancel = "/places";
    return view;
}

Html text(Visit& visit, parts::Label label, std::string value,
          parts::FieldWidth width = parts::FieldWidth::medium) {
    return parts::text_field({.label = std::move(label), .value = std::move(value), .width = width},
                             visit.language);
}

Html place_fields(Visit& visit, const Filled& filled, const Place& place) {
    const auto& language = visit.language;
    Html html = text(visit, filled.label("name", language("Name")), filled.value("name", place.name));
    return html << text(visit, filled.optional("address", language("Address")),
                        filled.value("address", place.address))
                << parts::checkbox("active", language("In use"), filled.checked("active", place.active));
}

Result<Done> save(Visit& visit, Form& form, PlaceId id) {
    const Place place{id, form.required_text("name"), form.text("address"), form.checked("active")};
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    const auto saved = TRY(visit.services.database.write(
        visit.viewer.actor, [&](storage::Transaction& transaction) -> Result<PlaceId> {
            if (id)
                TRY(expect_version(
                    form, TRY(read_place(transaction.connection(), visit.viewer.tenant(), id)).version));
            return save_place(transaction, place);
        }));
    return Done{"/places", saved.value};
}

Result<FormView> view_new_place(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    auto view = view_in(visit, language("New place"),
                        language("A town hall, a library or another place where people are served."),
                        language("Add"));
    view.fields = place_fields(visit, filled, {});
    return view;
}

Result<Done> send_new_place(Visit& visit, Form& form) {
    return save(visit, form, {});
}

Result<Place> place_of(const Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<PlaceId>("place"));
    return visit.services.database.read(
        [&](storage::Connection& connection) { return read_place(connection, visit.viewer.tenant(), id); });
}

Result<FormView> view_place(Visit& visit, const Filled& filled) {
    const auto place = TRY(place_of(visit));
    const auto& language = visit.language;
    auto view = view_in(visit, language("Edit {name}", {{"name", place.name}}),
                        language("A place that is no longer in use keeps its history."), language("Save"));
    view.fields = place_fields(visit, filled, place);
    view.version = place.version;
    return view;
}

Result<Done> send_place(Visit& visit, Form& form) {
    return save(visit, form, TRY(place_of(visit)).id);
}

std::vector<parts::Choice> weekday_choices(const Filled& filled, const web::Language& language) {
    std::vector<parts::Choice> choices;
    for (int day = 1; day <= 7; ++day) {
        const auto value = std::to_string(day);
        choices.push_back({value, weekday_name(day, language), {}, filled.value("weekday", "1") == value});
    }
    return choices;
}

struct Lists {
    std::vector<parts::Choice> places;
    std::vector<parts::Choice> channels;
};

Result<Lists> lists_for(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    return visit.services.database.read([&](storage::Connection& connection) -> Result<Lists> {
        Lists lists{{{"", language("No certain place")}}, {{"", language("Doors open")}}};
        for (const auto& place : TRY(list_places(connection, visit.viewer.tenant())))
            if (const auto id = std::to_string(place.id.value); place.active)
                lists.places.push_back({id, place.name, {}, id == filled.value("place")});
        for (const auto& entry : TRY(list_entries(connection, visit.viewer.tenant(), CatalogueKind::channel)))
            if (const auto id = std::to_string(entry.id.value); entry.active)
                lists.channels.push_back({id, entry.name, {}, id == filled.value("channel")});
        return lists;
    });
}

Result<FormView> view_hours(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    auto lists = TRY(lists_for(visit, filled));
    const auto unit = Form(web::Fields{{"x", filled.value("unit")}}).id<UnitId>("x");
    auto view =
        view_in(visit, language("New hours"),
                language("One entry for each day of the week; two when you close at noon."), language("Add"));
    view.fields
        << parts::select_field({filled.label("unit", language("Unit")),
                                unit_choices(visit, visit.viewer.scope(may::organisation_manage), unit)},
                               language)
        << parts::select_field({filled.label("place", language("Place")), std::move(lists.places)}, language)
        << parts::select_field({filled.label("channel", language("What")), std::move(lists.channels)},
                               language)
        << parts::select_field({filled.label("weekday", language("Day")), weekday_choices(filled, language)},
                               language)
        << text(visit, filled.label("opens", language("From"), language("As 9:30.")), filled.value("opens"),
                parts::FieldWidth::narrow)
        << text(visit, filled.label("closes", language("To")), filled.value("closes"),
                parts::FieldWidth::narrow)
        << parts::text_field(date_field(filled.label("from", language("Valid from")),
                                        filled.value("from", visit.viewer.today.iso())),
                             language)
        << parts::text_field(
               date_field(filled.optional("to", language("Valid to and including")), filled.value("to")),
               language);
    return view;
}

int minute_from(Form& form, std::string_view name) {
    const auto minute = minute_of(form.required_text(name));
    if (!minute) form.fail(name, "organisation.time_of_day", translatable("Write the time as 9:30."));
    return minute.value_or(0);
}

// Place and channel must be the tenant's own; the database would refuse them with less kind words.
Result<void> check_known(const Visit& visit, const OpeningHours& hours) {
    return visit.services.database.read([&](storage::Connection& connection) -> Result<void> {
        if (hours.place) TRY(read_place(connection, visit.viewer.tenant(), hours.place));
        if (!hours.channel) return {};
        const auto entry =
            TRY(read_entry(connection, visit.viewer.tenant(), CatalogueId{hours.channel.value}));
        if (entry.kind == CatalogueKind::channel) return {};
        return Error{ErrorKind::not_found, "organisation.unknown_entry",
                     translatable("There is no such entry.")};
    });
}

Result<Done> send_hours(Visit& visit, Form& form) {
    OpeningHours hours;
    hours.unit = form.required_id<UnitId>("unit");
    hours.place = form.id<PlaceId>("place");
    hours.channel = form.id<ChannelId>("channel");
    hours.weekday = static_cast<int>(form.required_integer("weekday", 1, 7));
    hours.opens = minute_from(form, "opens");
    hours.closes = minute_from(form, "closes");
    hours.valid.from = form.required_date("from");
    if (const auto last = form.date("to")) hours.valid.to = *last + 1;
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require(may::organisation_manage, hours.unit));
    TRY(check_known(visit, hours));
    const auto id =
        TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
            return add_hours(transaction, hours);
        }));
    return Done{"/places", id.value};
}

Result<FormView> view_end(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    auto view = view_in(visit, language("End these hours"),
                        language("They are kept for the days before. Add the new hours from the same day."),
                        language("End them"));
    view.fields << parts::text_field(
        date_field(filled.label("from", language("The first day on which they no longer hold")),
                   filled.value("from", visit.viewer.today.iso())),
        language);
    return view;
}

Result<Done> send_end(Visit& visit, Form& form) {
    const auto id = TRY(visit.context.request.parameters.id<OpeningId>("hours"));
    const auto from = form.required_date("from");
    if (!form.ok()) return form.errors().front();
    const auto condition = scope_condition(visit.viewer.scope(may::organisation_manage), *visit.viewer.tree,
                                           visit.viewer.today, "unit_id");
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return end_hours(transaction, id, from, condition);
    }));
    return Done{"/places", id.value};
}

Result<FormView> view_closing(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    auto view = view_in(
        visit, language("New day off"),
        language("A day on which the whole municipality is closed; public holidays are known already."),
        language("Add"));
    view.fields << parts::text_field(date_field(filled.label("day", language("Day")), filled.value("day")),
                                     language)
                << text(visit, filled.label("reason", language("Why")), filled.value("reason"));
    return view;
}

Result<Done> send_closing(Visit& visit, Form& form) {
    const ClosingDay closing{form.required_date("day"), form.required_text("reason")};
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return add_closing_day(transaction, closing);
    }));
    return Done{"/places"};
}

Result<Done> send_closing_away(Visit& visit, Form&) {
    const auto day = Date::parse_iso(visit.context.request.parameters.text("day"));
    if (!day)
        return Error{ErrorKind::not_found, "organisation.unknown_day", translatable("There is no such day.")};
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return remove_closing_day(transaction, *day);
    }));
    return Done{"/places"};
}

constexpr std::string_view place_schema =
    R"({"type":"object","required":["name","active"],"properties":{"name":{"type":"string"},"address":{"type":"string"},"active":{"type":"boolean"}}})";
constexpr std::string_view hours_schema =
    R"({"type":"object","required":["unit","weekday","opens","closes","from"],"properties":{"unit":{"type":"integer"},"place":{"type":"integer"},"channel":{"type":"integer"},"weekday":{"type":"integer","minimum":1,"maximum":7},"opens":{"type":"string"},"closes":{"type":"string"},"from":{"type":"string","format":"date"},"to":{"type":"string","format":"date"}}})";
constexpr std::string_view closing_schema =
    R"({"type":"object","required":["day","reason"],"properties":{"day":{"type":"string","format":"date"},"reason":{"type":"string"}}})";
constexpr std::string_view end_schema =
    R"({"type":"object","required":["from"],"properties":{"from":{"type":"string","format":"date"}}})";

} // namespace

std::string weekday_name(int weekday, const web::Language& language) {
    return language(weekdays[weekday - 1]);
}

std::string clock_text(int minute) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%02d:%02d", minute / 60, minute % 60);
    return buffer;
}

std::optional<int> minute_of(std::string_view written) {
    int hour = 0, minute = 0;
    const auto* end = written.data() + written.size();
    const auto mark = written.find_first_of(":.");
    const bool four = mark == std::string_view::npos && written.size() == 4;
    const auto hours = written.substr(0, four ? 2 : std::min(mark, written.size()));
    const auto rest = four                             ? written.substr(2)
                      : mark == std::string_view::npos ? std::string_view{}
                                                       : written.substr(mark + 1);
    const auto read = std::from_chars(hours.data(), hours.data() + hours.size(), hour);
    if (read.ec != std::errc{} || read.ptr != hours.data() + hours.size()) return std::nullopt;
    if (mark != std::string_view::npos && rest.size() != 2) return std::nullopt;
    if (!rest.empty()) {
        const auto minutes = std::from_chars(rest.data(), end, minute);
        if (minutes.ec != std::errc{} || minutes.ptr != end) return std::nullopt;
    }
    const int total = hour * 60 + minute;
    if (hour < 0 || minute < 0 || minute > 59 || total > 24 * 60) return std::nullopt;
    return total;
}

std::vector<Change> place_changes() {
    return {
        {"/places/new", "/api/v1/places", may::organisation_manage, view_new_place, send_new_place,
         "Add a place of service", place_schema},
        {"/places/{place}", "/api/v1/places/{place}", may::organisation_manage, view_place, send_place,
         "Change a place", place_schema, web::Method::put},
        {"/hours/new", "/api/v1/hours", may::organisation_manage, view_hours, send_hours,
         "Add opening or phone hours", hours_schema},
        {"/hours/{hours}/end", "/api/v1/hours/{hours}/end", may::organisation_manage, view_end, send_end,
         "End hours from a day on", end_schema},
        {"/closing-days/new", "/api/v1/closing-days", may::organisation_manage, view_closing, send_closing,
         "Add a day off", closing_schema},
        {"/closing-days/{day}/remove", "/api/v1/closing-days/{day}/remove", may::organisation_manage, nullptr,
         send_closing_away, "Remove a day off"},
    };
}

} // namespace maerkbar::organisation
