#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "sources/surveys/definition/definition_check.hpp"
#include "sources/surveys/definition/definition_json.hpp"
#include "sources/surveys/formats/expression.hpp"
#include "sources/surveys/formats/formats.hpp"
#include "sources/surveys/formats/plain_text.hpp"

using namespace maerkbar::surveys;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

} // namespace

// Any bytes as a survey of another program (told apart by how they begin), as a condition and as HTML: what
// is taken over is a sound survey, which SurveyJS could be given again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    require(plain_text(text).size() <= size);
    for (const auto dialect : {Dialect::surveyjs, Dialect::xlsform, Dialect::limesurvey})
        if (const auto condition = read_expression(text, dialect))
            require(write_expression(*condition, Dialect::xlsform, {}).size() < 100 * (size + 10));
    const auto converted = import_survey(text);
    if (!converted.ok()) return 0;
    require(check(converted->definition).ok());
    require(import_survey(write_surveyjs(converted->definition).bytes).ok());
    return 0;
}
