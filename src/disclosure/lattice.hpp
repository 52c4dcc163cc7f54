#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace maerkbar::disclosure {

// The smallest part of the answers that any output tells apart: a unit, a closed period and a value of each
// declared breakdown. An answer belongs to exactly one atom.
struct Atom {
    std::int64_t answers = 0;
    // Atoms of one unit and period share a number. A group that takes a block only in part is a split of it.
    std::uint32_t block = 0;
    // What everybody in the atom answered, where it was the same; nothing where answers differ or are not
    // looked at.
    std::optional<std::int32_t> same_answer = {};
};

using AtomIndex = std::uint32_t;

// What is shown of a group of answers.
enum class Showing { nothing, mean, distribution };

// A figure that somebody may want to see: some of the atoms together.
struct Group {
    std::string key; // the caller's name for it; unique in its lattice
    std::vector<AtomIndex> atoms;
    // Wider groups first: those of a lower level are decided before those of a higher, so that detail is
    // hidden for the sake of the whole, never the whole for a detail.
    int level = 0;
    bool split = false; // by a breakdown
    // What was decided and shown before; it stays.
    std::optional<Showing> decided = {};
};

struct Lattice {
    std::vector<Atom> atoms;
    std::vector<Group> groups;
};

std::int64_t answers_of(const std::vector<Atom>& atoms, const std::vector<AtomIndex>& group);

} // namespace maerkbar::disclosure
