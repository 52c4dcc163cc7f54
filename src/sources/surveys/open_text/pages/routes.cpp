#include "sources/surveys/open_text/pages/routes.hpp"

#include "base/translatable.hpp"
#include "sources/surveys/open_text/pages/pages.hpp"
#include "sources/surveys/open_text/permission.hpp"
#include "sources/surveys/permission.hpp"

namespace maerkbar::surveys::open_text {

namespace {

constexpr std::string_view decision_schema =
    R"({"type":"object","required":["decision"],"properties":{"decision":{"enum":["shown","hidden"]},
 "text":{"type":"string","description":"As it is to be read: words may be taken out or replaced by [NAME] and the like"},
 "reason":{"enum":["recognisable","abusive","off_topic","other"]}}})";
constexpr std::string_view topic_schema =
    R"({"type":"object","required":["name","words"],"properties":{"name":{"type":"string"},
 "words":{"type":"string","description":"Parted by commas"}}})";

constexpr web::parts::PageHelp help[] = {
    {"/survey-comments",
     translatable(
         "Somebody reads what people wrote before others may. Numbers, addresses and names of staff are "
         "masked by themselves, but not “the woman in the wheelchair”."),
     translatable("Show what gives nobody away. Mask or hide the rest. Who decided what stands in the audit "
                  "trail.")},
    {"/survey-comments/{comment}",
     translatable(
         "Here it is decided whether a comment may be shown. Words can be taken out or masked, never "
         "added.")},
    {"/survey-topics",
     translatable("A topic is a list of words. The results of a survey tell how many comments speak of each "
                  "topic.")},
    {"/survey-topics/new", translatable("Write the words that people use, not those of the administration.")},
    {"/survey-topics/{topic}",
     translatable("A change counts at once, for old comments too; no comment is changed by it.")},
    {"/survey-topics/{topic}/delete", translatable("Deleting a topic deletes no comment.")},
};

} // namespace

std::vector<web::Route> open_text_routes(organisation::Services& services) {
    std::vector<web::Route> all;
    const auto read = organisation::permission::measurement_read;
    organisation::add_routes(
        all, services,
        std::vector<organisation::Change>{
            {"/survey-comments/{comment}", "/api/v1/survey-comments/{comment}", may_moderate,
             pages::decide_form, pages::send_decision, "Decide whether a comment may be shown",
             decision_schema, web::Method::put},
            {"/survey-topics/new", "/api/v1/survey-topics", may_manage, pages::new_topic_form,
             pages::send_new_topic, "Add a topic that comments are counted by", topic_schema},
            {"/survey-topics/{topic}", "/api/v1/survey-topics/{topic}", may_manage, pages::topic_form,
             pages::send_topic, "Change a topic", topic_schema, web::Method::put},
            {"/survey-topics/{topic}/delete", "/api/v1/survey-topics/{topic}", may_manage,
             pages::delete_topic_form, pages::send_delete, "Delete a topic", R"({"type":"object"})",
             web::Method::delete_},
        });
    organisation::add_routes(
        all, services,
        std::vector<organisation::Reading>{
            {"/survey-comments", may_moderate, pages::show_queue},
            {"/survey-topics", read, pages::show_topics},
            {"/api/v1/survey-comments",
             may_moderate,
             pages::queue_json,
             {.summary = "What people wrote, masked, for those who decide whether it may be shown",
              .query = {{"state", "waiting, shown or hidden"}, {"page", "From 1"}}}},
            {"/api/v1/survey-topics", read, pages::topics_json, {.summary = "Topics of comments"}},
        });
    return all;
}

std::span<const web::parts::PageHelp> page_help() {
    return help;
}

} // namespace maerkbar::surveys::open_text
