#include "app/queue/run.hpp"

#include "app/queue/models.hpp"

namespace maerkbar::app_queue {

namespace {

constexpr std::pair<std::string_view, Model> models[] = {
    {"erlang-b", erlang_b}, {"erlang-c", waiting_queue}, {"erlang-a", erlang_a}, {"staff", staff},
    {"mmc", waiting_queue}, {"mmck", limited_queue},     {"mg1", single_server}, {"priority", priority},
    {"profile", profile},   {"simulate", simulate},
};

} // namespace

app_chart::Outcome run(const Arguments& arguments, const app_chart::Streams& streams) {
    using app_chart::Outcome;
    const web::Languages languages;
    const auto& language = languages.get(arguments.language);
    for (const auto& [name, model] : models) {
        if (name != arguments.model) continue;
        const auto answer = model(arguments, language);
        if (!answer) {
            streams.complaints(language.error(answer.error()) + "\n");
            return name == "simulate" ? Outcome::bad_data : Outcome::bad_usage;
        }
        streams.output(arguments.format == "json"  ? json_of(*answer)
                       : arguments.format == "csv" ? csv_of(*answer)
                                                   : text_of(*answer, language));
        return Outcome::done;
    }
    return Outcome::bad_usage;
}

} // namespace maerkbar::app_queue
