#include "sources/surveys/definition/flow.hpp"

#include <algorithm>

namespace maerkbar::surveys {

namespace {

// Goes from front to back; conditions only look back, so one pass is enough.
struct Walk {
    std::vector<const Page*> pages = {};
    std::vector<const Question*> questions = {};
    Answers counted = {}; // of shown questions

    Walk(const Definition& definition, const Answers& answers) {
        for (const auto& page : definition.pages) {
            if (!holds(page.shown_if, counted)) continue;
            const auto before = questions.size();
            for (const auto& question : page.questions)
                if (holds(question.shown_if, counted)) add(question, answers);
            if (questions.size() > before) pages.push_back(&page);
        }
    }

    void add(const Question& question, const Answers& answers) {
        questions.push_back(&question);
        for (const auto& name : answer_names(question))
            if (const auto* answer = find(answers, name)) counted[name] = *answer;
    }
};

auto place_of(const std::vector<const Question*>& shown, std::string_view name) {
    return std::ranges::find(shown, name,
                             [](const Question* question) { return std::string_view(question->name); });
}

bool asks_for(const Condition& condition, const std::vector<std::string>& names) {
    return std::ranges::any_of(names_in(condition), [&](const std::string& asked) {
        return std::ranges::find(names, asked) != names.end();
    });
}

} // namespace

std::vector<const Question*> shown_questions(const Definition& definition, const Answers& answers) {
    return Walk(definition, answers).questions;
}

std::vector<const Page*> shown_pages(const Definition& definition, const Answers& answers) {
    return Walk(definition, answers).pages;
}

const Question* next_of(const std::vector<const Question*>& shown, std::string_view name) {
    const auto place = place_of(shown, name);
    return place == shown.end() || place + 1 == shown.end() ? nullptr : *(place + 1);
}

const Question* previous_of(const std::vector<const Question*>& shown, std::string_view name) {
    const auto place = place_of(shown, name);
    return place == shown.end() || place == shown.begin() ? nullptr : *(place - 1);
}

bool leads_on(const Definition& definition, const Question& question) {
    const auto names = answer_names(question);
    for (const auto& page : definition.pages) {
        if (asks_for(page.shown_if, names)) return true;
        for (const auto& later : page.questions)
            if (asks_for(later.shown_if, names)) return true;
    }
    return false;
}

Answers completed(const Definition& definition, const Answers& answers) {
    auto walk = Walk(definition, answers);
    for (const auto* question : walk.questions)
        for (const auto& name : answer_names(*question))
            if (!name.ends_with('.' + std::string(other_value)) && !walk.counted.contains(name))
                walk.counted[name] = {{}, Missing::skipped};
    return walk.counted;
}

} // namespace maerkbar::surveys
