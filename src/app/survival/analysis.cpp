#include "app/survival/analysis.hpp"

#include <algorithm>

namespace maerkbar::app_survival {

namespace {

std::vector<Case> cases_of(const CaseFile& file, std::size_t group) {
    std::vector<Case> cases;
    for (const auto& one : file.cases)
        if (one.group == group) cases.push_back(one);
    return cases;
}

std::vector<statistics::Followed> followed(const std::vector<Case>& cases) {
    std::vector<statistics::Followed> out;
    for (const auto& one : cases)
        out.push_back({one.time, one.ended});
    return out;
}

Result<GroupResult> result_of(std::string name, const std::vector<Case>& cases, std::size_t ways) {
    GroupResult group;
    group.name = std::move(name);
    group.curve = TRY(statistics::survival_curve(followed(cases)));
    for (std::size_t i = 0; i < quantile_shares.size(); ++i)
        group.quantiles[i] = statistics::time_quantile(group.curve, quantile_shares[i]);
    std::vector<double> finished;
    std::vector<statistics::CaseEnding> endings;
    for (const auto& one : cases) {
        if (one.ended) finished.push_back(one.time);
        endings.push_back({one.time, one.ending});
    }
    group.finished = statistics::finished_figures(finished);
    if (ways > 0) group.endings = TRY(statistics::ending_shares(endings, ways));
    return group;
}

Result<void> compare_all(const CaseFile& file, Analysis& analysis) {
    std::vector<statistics::GroupedCase> grouped;
    for (const auto& one : file.cases)
        if (one.group != Case::no_group) grouped.push_back({one.time, one.ended, one.group});
    const auto size = file.groups.size();
    analysis.log_rank = TRY(statistics::compare_curves(grouped, size, statistics::TestWeight::log_rank));
    analysis.peto = TRY(statistics::compare_curves(grouped, size, statistics::TestWeight::peto));
    return {};
}

std::size_t number_of(const CaseFile& file, const std::string& name) {
    return static_cast<std::size_t>(std::find(file.groups.begin(), file.groups.end(), name) -
                                    file.groups.begin());
}

Result<Comparison> compare_two(const CaseFile& file, const Request& request) {
    Comparison comparison;
    comparison.before = request.compare.empty() ? file.groups[0] : request.compare[0];
    comparison.after = request.compare.empty() ? file.groups[1] : request.compare[1];
    comparison.result =
        TRY(statistics::before_after(followed(cases_of(file, number_of(file, comparison.before))),
                                     followed(cases_of(file, number_of(file, comparison.after)))));
    return comparison;
}

} // namespace

Result<Analysis> analyse(const CaseFile& file, const Request& request) {
    Analysis analysis;
    analysis.all = TRY(result_of("", file.cases, file.endings.size()));
    for (std::size_t i = 0; i < file.groups.size(); ++i)
        analysis.groups.push_back(TRY(result_of(file.groups[i], cases_of(file, i), file.endings.size())));
    if (file.groups.size() > 1)
        if (auto compared = compare_all(file, analysis); !compared) return compared.error();
    if (file.groups.size() == 2 || !request.compare.empty())
        analysis.comparison = TRY(compare_two(file, request));
    return analysis;
}

} // namespace maerkbar::app_survival
