#include "disclosure/partition.hpp"

#include <map>
#include <set>

namespace maerkbar::disclosure {

Partition::Partition(std::span<const Atom> atoms)
    : atoms_(atoms), position_(atoms.size(), 0), class_of_(atoms.size(), 0) {
    Range all;
    for (AtomIndex atom = 0; atom < atoms.size(); ++atom) {
        if (atoms[atom].answers == 0) continue;
        position_[atom] = order_.size();
        order_.push_back(atom);
        all.answers += atoms[atom].answers;
    }
    all.count = order_.size();
    if (all.count == 0) return;
    classes_.push_back(all);
    look_at_answers(0);
}

std::span<const AtomIndex> Partition::members(Class of) const {
    return std::span(order_).subspan(classes_[of].first, classes_[of].count);
}

// Moves the atom to the front part of its class; a second hit of the same atom changes nothing.
void Partition::hit(AtomIndex atom) {
    auto& range = classes_[class_of_[atom]];
    const auto to = range.first + range.hit;
    if (position_[atom] < to) return;
    const auto other = order_[to];
    std::swap(order_[to], order_[position_[atom]]);
    std::swap(position_[atom], position_[other]);
    ++range.hit;
}

Partition::Split Partition::split(Class old) {
    const auto added = static_cast<Class>(classes_.size());
    Range inside;
    inside.first = classes_[old].first;
    inside.count = classes_[old].hit;
    classes_.push_back(inside);
    for (const auto atom : members(added)) {
        class_of_[atom] = added;
        classes_[added].answers += atoms_[atom].answers;
    }
    auto& rest = classes_[old];
    rest.first += rest.hit;
    rest.count -= rest.hit;
    rest.answers -= classes_[added].answers;
    look_at_answers(old);
    look_at_answers(added);
    return {old, added};
}

// Stops at the first two that differ, so it costs little where answers are mixed.
void Partition::look_at_answers(Class of) {
    const auto atoms = members(of);
    auto same = atoms_[atoms[0]].same_answer;
    for (std::size_t i = 1; i < atoms.size() && same; ++i)
        if (atoms_[atoms[i]].same_answer != same) same.reset();
    classes_[of].same_answer = same;
}

std::optional<std::vector<Partition::Class>> Partition::made_of(std::span<const AtomIndex> group) const {
    std::map<Class, std::set<AtomIndex>> touched;
    for (const auto atom : group)
        if (atoms_[atom].answers > 0) touched[class_of_[atom]].insert(atom);
    std::vector<Class> classes;
    for (const auto& [of, atoms] : touched) {
        if (atoms.size() != classes_[of].count) return std::nullopt;
        classes.push_back(of);
    }
    return classes;
}

Partition::Cut Partition::cut(std::span<const AtomIndex> group) {
    std::vector<Class> touched;
    for (const auto atom : group) {
        if (atoms_[atom].answers == 0) continue;
        if (classes_[class_of_[atom]].hit == 0) touched.push_back(class_of_[atom]);
        hit(atom);
    }
    Cut result;
    for (const auto old : touched) {
        if (classes_[old].hit == classes_[old].count) {
            result.inside.push_back(old);
        } else {
            result.splits.push_back(split(old));
            result.inside.push_back(result.splits.back().added);
        }
        classes_[old].hit = 0;
    }
    return result;
}

} // namespace maerkbar::disclosure
