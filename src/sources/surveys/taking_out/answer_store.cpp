#include "sources/surveys/taking_out/answer_store.hpp"

#include "base/local_time.hpp"

namespace maerkbar::surveys {

Result<void> read_answers_out(storage::Connection& connection, TenantId tenant,
                              const std::vector<LinkId>& links, FunctionRef<void(StoredAnswer)> each) {
    if (links.empty()) return {};
    storage::Params params{tenant};
    std::string places;
    for (const auto link : links) {
        places += places.empty() ? "?" : ", ?";
        params.add(link);
    }
    return connection.query(
        "select link_id, version, language, way, week, received_at, respondent, answers from survey_answer "
        "where tenant_id = ? and link_id in (" +
            places + ") order by key",
        params, [&](const storage::Row& row) -> Result<void> {
            StoredAnswer answer;
            answer.link = row.id<LinkId>(0);
            answer.version = row.integer(1);
            answer.language = row.string(2);
            answer.way = row.string(3);
            answer.week = Date{static_cast<std::int32_t>(row.integer(4))};
            if (!row.is_null(5)) answer.received = local_day(row.instant(5));
            if (!row.is_null(6)) answer.respondent = row.string(6);
            answer.answers = TRY(read_answers(row.string(7)));
            each(std::move(answer));
            return {};
        });
}

} // namespace maerkbar::surveys
