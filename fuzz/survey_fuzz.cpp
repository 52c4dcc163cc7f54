#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sources/surveys/definition/answer_check.hpp"
#include "sources/surveys/definition/definition_json.hpp"
#include "sources/surveys/definition/flow.hpp"
#include "sources/surveys/definition/piping.hpp"
#include "sources/surveys/definition/readability.hpp"

using namespace maerkbar::surveys;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

// Answers every shown question with the same thing, whatever it is.
Answers answered(const Definition& definition, const char* value) {
    Answers answers;
    for (const auto* question : shown_questions(definition, answers))
        for (auto& name : answer_names(*question))
            answers[name] = {{value}, Missing::none};
    return answers;
}

} // namespace

// A survey, and then answers to it, from any bytes: what was read is the same when written and read again,
// and what is accepted once is accepted again unchanged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    require(readability(text).lix() >= 0);
    const auto survey = read_survey(text);
    if (!survey.ok()) return 0;
    const auto again = read_survey(write_survey(*survey));
    require(again.ok() && *again == *survey);
    for (const char* value : {"1", "yes", "2026-11-22"}) {
        const auto accepted = accept_answers(*survey, answered(*survey, value));
        if (!accepted.ok()) continue;
        const auto twice = accept_answers(*survey, *accepted);
        require(twice.ok() && *twice == *accepted);
        require(read_answers(write_answers(*accepted)).value() == *accepted);
        require(piped("{}", *survey, *accepted, "nb") == "{}");
    }
    return 0;
}
