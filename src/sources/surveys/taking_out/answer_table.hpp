#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "disclosure/policy.hpp"
#include "sources/surveys/taking_out/answer_store.hpp"

namespace maerkbar::surveys {

// What a column holds.
enum class ColumnKind { text, number, code };

struct ValueLabel {
    std::string value; // as stored
    double code = 0;   // in SPSS
    std::string words; // in the reader's language
};

struct AnswerColumn {
    std::string name;  // of the answer: "wait.expectation", "topics.staff"
    std::string label; // the question in the reader's language
    ColumnKind kind = ColumnKind::text;
    std::vector<ValueLabel> values = {}; // of codes
    bool steps = false;                  // codes that are the steps of a scale
    bool answers = true; // to a question; otherwise about the answer itself (unit, period …)
    bool sensitive = false;
};

struct AnswerCell {
    enum class State { nothing, value, missing, withheld };
    State state = State::nothing; // nothing: not shown, or an older version did not ask
    Missing missing = Missing::none;
    std::string value = {};
};

struct Comment {
    std::string name; // of the answer
    std::string label;
    std::string text; // masked
};

struct AnswerTable {
    std::vector<AnswerColumn> columns;
    std::vector<std::vector<AnswerCell>> rows;
    std::vector<Comment> comments;
    std::size_t waiting = 0;           // answers that are too few yet to go out
    std::size_t comments_withheld = 0; // the same of what people wrote
    std::size_t values_withheld = 0;   // background that few share
    std::int64_t fewest = 0;           // rows that go out together
};

// Everything a table is made from.
struct TableSource {
    std::string language;                                               // of labels: "da"
    std::map<std::int64_t, std::shared_ptr<const Definition>> versions; // by number
    std::map<LinkId, SurveyLink> links;
    std::map<LinkId, std::pair<std::string, std::string>> places; // names of unit and contact point
    Date today;
    disclosure::Policy policy = {};
};

// The words of the columns about the answer itself, in the reader's language.
struct FixedLabels {
    std::string unit, contact_point, period, language, way, respondent;
};

[[nodiscard]] AnswerTable make_table(const TableSource& source, const FixedLabels& labels,
                                     const std::vector<StoredAnswer>& answers);

} // namespace maerkbar::surveys
