#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actions/action.hpp"
#include "practice/assessment/model/model.hpp"
#include "practice/assessment/rounds/answer_store.hpp"
#include "practice/assessment/rounds/evidence_file.hpp"
#include "practice/assessment/rounds/finding_store.hpp"
#include "practice/assessment/rounds/round.hpp"

// A whole round as a file (format maerkbar-round, version 1), to be kept or taken to another installation. No
// person is in it: scores and comments stand by item without whose they are, and actions without owner.
namespace maerkbar::assessment {

inline constexpr std::size_t largest_round = 16u << 20; // bytes

// Of one item: what was agreed, and the scores behind it from the lowest up.
struct ItemInFile {
    RoundItem item;
    struct Score {
        std::optional<Side> side = {}; // only where each side has enough scores to be shown
        AspectScores aspects;
        bool operator==(const Score&) const = default;
    };
    std::vector<Score> scores = {};
    ClosedTexts texts = {};
    std::vector<EvidenceContent> files = {};
};

struct FindingInFile {
    std::string item;
    FindingKind kind = FindingKind::improvement;
    std::string content;
    std::vector<Vote> votes = {}; // rising
};

struct ActionInFile {
    std::string title;
    std::string detail = {};
    Date due;
    actions::Status status = actions::Status::open;
    std::string outcome = {};
    std::string indicator = {};   // its Danish name
    std::string responsible = {}; // a name or role as the file gives it; no export fills it in
};

struct RoundFile {
    std::string unit; // its name where the round was held
    RoundFields fields;
    std::string method = {};
    Scope scope = Scope::all;
    State state = State::preparing;
    std::string no_action_reason = {};
    int leadership = 0; // who took part
    int staff = 0;
    Model model;
    std::vector<ItemInFile> items = {};
    std::vector<FindingInFile> findings = {};
    std::vector<ActionInFile> actions = {};
    std::vector<Review> reviews = {}; // newest first
};

[[nodiscard]] std::string write_round_file(const RoundFile& file);
// The first mistake ends it, with its place in the file. Errors: assessment.not_a_round, those of read_model,
// and assessment.personal_number (all invalid); assessment.round_too_large (too_large).
[[nodiscard]] Result<RoundFile> read_round_file(std::string_view json);

} // namespace maerkbar::assessment
