#pragma once

#include <string>
#include <string_view>

#include "sources/surveys/definition/definition_json.hpp"

// For tests: a small survey with most kinds of questions.
namespace maerkbar::surveys::testing {

inline constexpr std::string_view sample_json = R"({
 "format": "maerkbar.survey/1", "languages": ["da", "nb", "da-easy"],
 "title": {"da": "Træning", "nb": "Trening", "da-easy": "Træning"},
 "sections": [{"name": "a", "title": {"da": "Om dig"}}],
 "pages": [
  {"name": "one", "section": "a", "questions": [
   {"name": "satisfied", "type": "smiley", "points": 5, "title": {"da": "Er du tilfreds?", "nb": "Er du fornøyd?"},
    "missing": ["dont_know", "no_wish"]},
   {"name": "why", "type": "open_text", "title": "Du svarede {satisfied}. Hvad gik galt?",
    "shown_if": {"question": "satisfied", "is": "at_most", "value": 2}},
   {"name": "topics", "type": "multiple_choice", "title": "Hvad var godt?", "other": true,
    "choices": [{"value": "staff", "text": "Personalet"}, {"value": "place", "text": "Stedet"}]}]},
  {"name": "two", "shown_if": {"any": [{"question": "topics", "is": "contains", "value": "staff"},
                                        {"none": [{"question": "satisfied", "is": "answered"}]}]},
   "questions": [
   {"name": "wait", "type": "expectation", "points": 5, "title": "Ventetiden",
    "expectation": "Hvad ventede du?", "experience": "Hvordan var det?"},
   {"name": "visits", "type": "number", "title": "Hvor mange gange?", "least": 0, "most": 50, "whole": true},
   {"name": "rooms", "type": "matrix", "title": "Rummene", "rows": [{"value": "hall", "text": "Salen"},
    {"value": "pool", "text": "Bassinet"}], "choices": [{"value": "1", "text": "Dårligt"}, {"value": "2", "text": "Godt"}]},
   {"name": "day", "type": "date", "title": "Hvornår?"}]}]})";

inline Definition sample() {
    return read_survey(sample_json).value();
}

} // namespace maerkbar::surveys::testing
