#include "sources/contacts/contacts.hpp"

#include "base/translatable.hpp"

namespace maerkbar::sources {

namespace {

using measurement::ColumnType;

measurement::SourceSchema schema() {
    measurement::SourceSchema schema{"contacts", translatable("Contacts"), {}};
    schema.columns = {
        {"second", translatable("Time of day"), ColumnType::second},
        {"channel", translatable("Channel"), ColumnType::category},
        {"customer_type", translatable("Customer type"), ColumnType::category},
        {"contact_point", translatable("Contact point"), ColumnType::category},
        {"waited_seconds", translatable("Waiting time"), ColumnType::seconds},
        {"handled_seconds", translatable("Handling time"), ColumnType::seconds},
        {"answered", translatable("Answered"), ColumnType::yes_no},
        {"solved_first", translatable("Solved at first contact"), ColumnType::yes_no},
        {"answered_day", translatable("Answered on"), ColumnType::day},
        {"working_days_to_answer", translatable("Working days to answer"), ColumnType::whole, false,
         measurement::WorkingDaysBetween{"day", "answered_day"}},
    };
    return schema;
}

// long because: it is one table, a row for each column that a file may have.
std::vector<InputField> fields() {
    return {
        {"when",
         translatable("Date, or date and time"),
         FieldKind::when,
         true,
         "",
         {"dato", "dato og tid", "tidspunkt", "tidspunkt for opkald", "opkaldstidspunkt", "modtaget",
          "mottatt", "starttid", "start", "date", "date and time", "timestamp", "received"}},
        {"time",
         translatable("Time of day"),
         FieldKind::time,
         false,
         "second",
         {"tid", "klokkeslæt", "klokkeslett", "kl.", "time", "time of day"}},
        {"unit",
         translatable("Unit"),
         FieldKind::unit,
         true,
         "",
         {"enhed", "enhet", "afdeling", "avdeling", "team", "kø", "kønavn", "unit", "department", "queue",
          "sted"}},
        {"channel",
         translatable("Channel"),
         FieldKind::category,
         false,
         "channel",
         {"kanal", "henvendelsesform", "medie", "channel", "type"}},
        {"customer_type",
         translatable("Customer type"),
         FieldKind::category,
         false,
         "customer_type",
         {"kundetype", "brukergruppe", "målgruppe", "customer type", "customer_type"}},
        {"contact_point",
         translatable("Contact point"),
         FieldKind::category,
         false,
         "contact_point",
         {"kontaktpunkt", "emne", "tema", "contact point", "contact_point", "topic"}},
        {"waited_seconds",
         translatable("Waiting time"),
         FieldKind::seconds,
         false,
         "waited_seconds",
         {"ventetid", "ventetid (sek)", "ventetid (sek.)", "kø-tid", "køtid", "kø tid", "ventet", "wait",
          "waited", "waiting time", "queue time"}},
        {"handled_seconds",
         translatable("Handling time"),
         FieldKind::seconds,
         false,
         "handled_seconds",
         {"samtaletid", "behandlingstid", "ekspeditionstid", "varighed", "varighet", "handling time",
          "handled", "talk time", "duration"}},
        {"answered",
         translatable("Answered"),
         FieldKind::yes_no,
         false,
         "answered",
         {"besvaret", "besvart", "svaret", "answered"}},
        {"solved_first",
         translatable("Solved at first contact"),
         FieldKind::yes_no,
         false,
         "solved_first",
         {"løst", "løst ved første kontakt", "løst i første kontakt", "løst ved første henvendelse",
          "afsluttet", "solved", "solved at first contact"}},
        {"answered_day",
         translatable("Answered on"),
         FieldKind::date,
         false,
         "answered_day",
         {"svardato", "besvaret dato", "besvart dato", "svar sendt", "answered on", "answer date"}},
        {"row_id",
         translatable("Row id"),
         FieldKind::row_id,
         false,
         "",
         {"id", "opkalds-id", "opkaldsid", "henvendelses-id", "henvendelsesid", "sags-id", "call id",
          "row id", "nr", "løbenr"}},
        {"pseudonym", translatable("Citizen (stored as a keyed hash)"), FieldKind::pseudonym, false, "", {}},
    };
}

} // namespace

Source contacts_source() {
    return {schema(), "fact_contact", fields()};
}

} // namespace maerkbar::sources
